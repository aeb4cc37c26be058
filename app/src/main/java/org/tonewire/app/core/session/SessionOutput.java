package org.tonewire.app.core.session;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tonewire.app.core.device.AudioOutput;
import org.tonewire.app.core.device.OutputChoice;
import org.tonewire.app.core.link.RemoteTrack;
import org.tonewire.app.core.loop.SessionLoop;
import org.tonewire.app.core.mix.Mixer;
import org.tonewire.app.core.peer.TrackChannel;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.core.problem.Reason;
import org.tonewire.app.core.room.OutputStatus;
import org.tonewire.app.core.room.SessionEvent;
import org.tonewire.app.core.room.TrackKey;

/// The output of received sound: the chosen device, the master gain, and the problem of the device
/// if there is one. Session thread only, but for [#close()].
final class SessionOutput {
    private static final double MIN_GAIN_DB = -60;
    private static final double MAX_GAIN_DB = 12;
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);
    private static final int ABSENCES_ALLOWED = 5;

    /// For an output that never was there: no other takes its place, since none did before.
    private static final int FOR_EVER = Integer.MIN_VALUE;

    private final SessionLoop loop;
    private final Consumer<SessionEvent> events;
    private final Mixer mixer = new Mixer();
    private final SoundWatch.Progress progress = new SoundWatch.Progress();
    private OutputChoice choice = new OutputChoice.SystemDefault();
    private Optional<Problem> problem = Optional.empty();
    private double masterGainDb;
    private volatile @Nullable AudioOutput output;
    private volatile boolean closed;

    /// Grows with every choice: an answer to an earlier choice is ignored.
    private int asked;

    private boolean waiting;

    SessionOutput(SessionLoop loop, Consumer<SessionEvent> events) {
        this.loop = loop;
        this.events = events;
    }

    /// Mixes the received tracks, whether a device plays them or not.
    Mixer mixer() {
        return mixer;
    }

    /// Before [#open(AudioOutput)].
    void choose(OutputChoice choice) {
        this.choice = choice;
    }

    void open(AudioOutput output) {
        this.output = output;
        output.onLost(lost -> loop.post(() -> lost(lost)));
        if (closed) {
            output.close();
        }
        use(choice);
    }

    TrackChannel openTrack(TrackKey key, RemoteTrack track) {
        return new TrackChannel(key, track, mixer.openTrack());
    }

    void use(OutputChoice next) {
        AudioOutput open = output;
        if (open == null) {
            return;
        }
        int mine = ++asked;
        waiting = true;
        open.use(next, failed -> loop.post(() -> answered(mine, next, failed)));
    }

    private void answered(int of, OutputChoice used, Optional<Problem> failed) {
        if (of != asked) {
            return;
        }
        waiting = false;
        if (failed.isEmpty()) {
            choice = used;
        }
        problem = failed;
        failed.ifPresentOrElse(
                p -> events.accept(new SessionEvent.ProblemOccurred(p)),
                () -> events.accept(new SessionEvent.SettingChanged()));
        if (failed.isPresent() && used.equals(choice) && view().deviceName().isEmpty()) {
            lookLater(++asked, FOR_EVER);
        }
    }

    void setMasterGain(double gainDb) {
        masterGainDb = Math.clamp(gainDb, MIN_GAIN_DB, MAX_GAIN_DB);
        mixer.setGainDb(masterGainDb);
        events.accept(new SessionEvent.SettingChanged());
    }

    OutputStatus view() {
        AudioOutput open = output;
        String device = open == null ? "" : open.deviceName();
        return new OutputStatus(choice, device, masterGainDb, problem, mixer.meter());
    }

    /// Checks that the device still takes sound. Called once a second.
    void watch() {
        boolean stuck = progress.isStuck(mixer.renderedSamples()) && !view().deviceName().isEmpty();
        if (stuck && problem.isEmpty()) {
            problem = Optional.of(SoundWatch.STUCK);
            events.accept(new SessionEvent.ProblemOccurred(SoundWatch.STUCK));
        } else if (!stuck && problem.filter(SoundWatch.STUCK::equals).isPresent()) {
            problem = Optional.empty();
            events.accept(new SessionEvent.SettingChanged());
        }
    }

    /// Nothing is played from here on. Any thread; returns at once.
    void close() {
        closed = true;
        mixer.end();
        AudioOutput open = output;
        if (open != null) {
            open.close();
        }
    }

    /// The device is gone: the system's default replaces it, unless another choice is pending. When
    /// the sound server is gone, waits for it to come back.
    private void lost(Problem lost) {
        problem = Optional.of(lost);
        events.accept(new SessionEvent.ProblemOccurred(lost));
        if (waiting) {
            return;
        }
        if (lost.reason() == Reason.SOUND_SERVER_GONE) {
            lookLater(++asked, 0);
        } else {
            use(new OutputChoice.SystemDefault());
        }
    }

    /// Looks again until the sound server is back, or until the output chosen at the start is
    /// there. The output looks by itself when devices change, but may miss a change.
    ///
    /// @param absences how often the server was found without the chosen device
    private void lookLater(int mine, int absences) {
        loop.after(
                LOOK_EVERY,
                () -> {
                    if (mine == asked && !closed) {
                        look(mine, absences);
                    }
                });
    }

    private void look(int mine, int absences) {
        AudioOutput open = output;
        if (open == null) {
            return;
        }
        if (!open.deviceName().isEmpty()) {
            answered(mine, choice, Optional.empty());
        } else if (absences > ABSENCES_ALLOWED) {
            use(new OutputChoice.SystemDefault());
        } else {
            open.use(choice, failed -> loop.post(() -> looked(mine, absences, failed)));
        }
    }

    private void looked(int mine, int absences, Optional<Problem> failed) {
        if (mine == asked) {
            boolean absent = failed.filter(it -> it.reason() == Reason.NO_SUCH_DEVICE).isPresent();
            lookLater(mine, absent ? absences + 1 : absences);
        }
    }
}
