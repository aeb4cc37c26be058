package org.tonewire.app.simulation;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/// Whole rooms: after whatever people do and the network breaks, everyone who is in hears everyone
/// who sends, devices that came back included; nobody hears what is muted or removed; nobody is
/// told gone who is there; faders are where they were set; a recording has every track; a chat text
/// reaches everyone who is in, newcomers whose links are still connecting too, and nobody twice;
/// and nothing is left behind.
///
/// In every eighth room without a hostile server a host renews the invite now and then: who hears
/// host and server comes over with every link.
///
/// In every third history the server, a member or both are hostile for a while. Nobody is taken for
/// another person meanwhile, sound and texts come from the one they are shown of, no link is given
/// up whose packets flow, no session tells more than one alarm of a person in 10 s, sends faster
/// than a server takes or grows beyond its limits; and afterwards all is as above. A failing seed
/// is in the message, with who was hostile.
class SimulationTest {
    private static final int HISTORIES = 20_000;

    @Test
    void everyHistoryEndsWell() {
        LongStream.range(0, HISTORIES).parallel().forEach(SimRoom::play);
    }
}
