package org.tonewire.app.simulation;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/// Whole rooms: after whatever people do and the network breaks, everyone who is in hears everyone
/// who sends, devices that came back included; nobody hears what is muted or removed; nobody is
/// told gone who is there; faders are where they were set; a recording has every track; a chat text
/// reaches everyone who is in, newcomers whose links are still connecting too, and nobody twice;
/// and nothing is left behind. A failing seed is in the message.
class SimulationTest {
    private static final int HISTORIES = 20_000;

    @Test
    void everyHistoryEndsWell() {
        LongStream.range(0, HISTORIES).parallel().forEach(SimRoom::play);
    }
}
