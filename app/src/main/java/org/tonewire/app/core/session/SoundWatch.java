package org.tonewire.app.core.session;

import java.time.Duration;
import org.tonewire.app.core.loop.SessionLoop;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.core.problem.Reason;
import org.tonewire.app.core.room.SourceStatus;

/// Notices a sound server that runs but does not answer: for 5 s the output device took nothing, or
/// a microphone gave nothing. Session thread only.
final class SoundWatch {
    static final Problem STUCK = Problem.of(Reason.SOUND_SERVER_STUCK);

    private static final Duration EVERY = Duration.ofSeconds(1);
    private static final int QUIET_LOOKS = 5;

    private final SessionLoop loop;
    private final SessionOutput output;
    private final LocalSources sources;

    SoundWatch(SessionLoop loop, SessionOutput output, LocalSources sources) {
        this.loop = loop;
        this.output = output;
        this.sources = sources;
    }

    void start() {
        loop.after(
                EVERY,
                () -> {
                    output.watch();
                    sources.tracks().forEach(this::watch);
                    start();
                });
    }

    private void watch(SourceTrack source) {
        SourceStatus now = source.watch();
        if (!now.equals(source.status())) {
            sources.setStatus(source, now);
        }
    }

    /// A counter that is looked at once a second.
    static final class Progress {
        private long seen;
        private int quietLooks;

        /// @param count grows while sound flows; 0 before it ever did
        /// @return whether it has not grown for too long
        boolean isStuck(long count) {
            quietLooks = count == seen && count > 0 ? quietLooks + 1 : 0;
            seen = count;
            return quietLooks >= QUIET_LOOKS;
        }
    }
}
