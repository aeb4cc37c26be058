package org.tonewire.app.core.session;

import java.time.Duration;
import java.util.Set;
import org.tonewire.app.core.loop.SessionLoop;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.core.problem.Reason;
import org.tonewire.app.core.room.SourceStatus;

/// Notices devices that stand still though they are open: for 5 s the output device took nothing,
/// or a microphone gave nothing; and microphones and streams of an address that gave only digital
/// silence for 5 s and are not muted. System audio is silent while nothing plays. The sound server
/// is blamed only where the output stands still with it, as one microphone can for reasons of its
/// own. Session thread only.
final class SoundWatch {
    private static final Duration EVERY = Duration.ofSeconds(1);
    private static final int QUIET_LOOKS = 5;
    private static final Set<Reason> STALLED =
            Set.of(Reason.SOUND_SERVER_STUCK, Reason.DEVICE_STALLED, Reason.SOURCE_SILENT);

    private final SessionLoop loop;
    private final SessionOutput output;
    private final LocalSources sources;

    /// Looks since the output stood still with its server. When that goes on, the microphones
    /// follow the output some looks later.
    private int looksSinceServerStuck = QUIET_LOOKS;

    SoundWatch(SessionLoop loop, SessionOutput output, LocalSources sources) {
        this.loop = loop;
        this.output = output;
        this.sources = sources;
    }

    void start() {
        loop.after(
                EVERY,
                () -> {
                    // First: an error in one look must not end the watch.
                    start();
                    output.watch();
                    looksSinceServerStuck = isServerStuck() ? 0 : looksSinceServerStuck + 1;
                    sources.tracks().forEach(this::watch);
                });
    }

    private void watch(SourceTrack source) {
        SourceStatus now = source.watch(stalled(source));
        if (!now.equals(source.status())) {
            sources.setStatus(source, now);
        }
    }

    private Problem stalled(SourceTrack source) {
        return looksSinceServerStuck < QUIET_LOOKS
                ? Problem.of(Reason.SOUND_SERVER_STUCK)
                : new Problem(Reason.DEVICE_STALLED, source.label());
    }

    private boolean isServerStuck() {
        return output.stuck().filter(it -> it.reason() == Reason.SOUND_SERVER_STUCK).isPresent();
    }

    /// Whether this source is open and gives nothing, or only silence.
    static boolean isStalled(SourceStatus status) {
        return status instanceof SourceStatus.Waiting(Problem problem)
                && STALLED.contains(problem.reason());
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

        /// Another device counts from here on.
        void restart() {
            quietLooks = 0;
        }
    }

    /// The sound of a stream, looked at once a second. Its silence is told once: a microphone
    /// behind a noise gate is silent whenever nobody speaks.
    static final class Silence {
        private long seenFrames;
        private long seenHeard;
        private int silentLooks;
        private boolean told;
        private boolean over;

        /// @param frames delivered so far
        /// @param heard those of them with any sound
        /// @return whether nothing but digital silence came for too long
        boolean lasts(long frames, long heard) {
            boolean silent = seenFrames > 0 && frames > seenFrames && heard == seenHeard;
            silentLooks = silent ? silentLooks + 1 : 0;
            seenFrames = frames;
            seenHeard = heard;
            boolean lasts = silentLooks >= QUIET_LOOKS;
            over |= told && !lasts;
            told |= lasts;
            return lasts && !over;
        }

        /// Another stream is looked at from here on.
        void restart() {
            silentLooks = 0;
            told = false;
            over = false;
        }
    }
}
