package org.tonewire.app.fake;

import java.util.Optional;
import org.tonewire.app.core.audio.FrameSink;
import org.tonewire.app.core.link.TrackId;

/// The network between the ends of fake links. By default, descriptions are made at once and
/// nothing is carried.
public interface FakeNetwork {
    /// An end was made.
    default void opened(FakeLinkEnd end) {}

    /// Makes a description, which may take time.
    default void describe(FakeLinkEnd end, Runnable done) {
        done.run();
    }

    /// An end took the other side's description or a candidate, or closed.
    default void changed(FakeLinkEnd end) {}

    /// Carries a control text.
    default void carry(FakeSendLink from, String text) {}

    /// Where the other end plays this track, if it does.
    default Optional<FrameSink> sinkOf(FakeSendLink from, TrackId track) {
        return Optional.empty();
    }
}
