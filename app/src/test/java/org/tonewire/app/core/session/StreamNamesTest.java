package org.tonewire.app.core.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tonewire.app.core.room.SessionCommand;
import org.tonewire.app.core.source.Profile;
import org.tonewire.app.core.source.SourceId;
import org.tonewire.app.core.source.SourceOrigin;
import org.tonewire.app.core.source.SourceSpec;
import org.tonewire.app.fake.VirtualSession;

/// The names of a session's streams in the desktop's mixer.
class StreamNamesTest {
    private final VirtualSession room = VirtualSession.with("bob", "cleo", "dan");

    @Test
    void theOutputHasTheNamesOfThoseWhoAreHeardAndTheRoomsWhileNobodyIs() {
        room.name("bob", "Bob");
        room.name("cleo", "Cleo");
        room.offers("bob", "mic");
        room.offers("cleo", "mix");
        room.leaves("bob");
        room.leaves("cleo");

        assertThat(room.output.names)
                .containsExactly("studio", "Bob", "Bob, Cleo", "Cleo", "studio");
    }

    @Test
    void namesThatAreLongOrWrittenBackwardsStayReadable() {
        room.name("dan", "\u202eDan\u0007 " + "🎻".repeat(70));
        room.offers("dan", "mic");

        assertThat(room.output.names.getLast()).isEqualTo("Dan " + "🎻".repeat(55) + "…");
    }

    @Test
    void aSourceHasTheNameOfItsTrack() {
        SourceOrigin microphone = new SourceOrigin.Microphone(Optional.empty());
        room.sources.call("Scarlett");
        room.add("mic", microphone);
        assertThat(room.sources.streams.getLast().name()).isEqualTo("Scarlett");
        room.submit(
                new SessionCommand.AddSource(
                        new SourceId("named"),
                        new SourceSpec(microphone, Profile.VOICE, 0, Optional.of("Voice"))));

        assertThat(room.sources.streams.getLast().name()).isEqualTo("Voice");
    }
}
