package org.tonewire.app.core.session;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tonewire.app.core.device.AudioOutput;
import org.tonewire.app.core.device.DeviceId;
import org.tonewire.app.core.device.OutputChoice;
import org.tonewire.app.core.device.UniqueNames;
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
/// if there is one. While the chosen device is away, the system's default plays in its place, the
/// choice stays, and it goes on looking for that device: by its id, and by its name, as a device
/// may return under another id. Session thread only, but for [#close()].
final class SessionOutput {
    private static final Logger log = LoggerFactory.getLogger(SessionOutput.class);
    private static final double MIN_GAIN_DB = -60;
    private static final double MAX_GAIN_DB = 12;
    private static final OutputChoice DEFAULT = new OutputChoice.SystemDefault();
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);
    private static final int ABSENCES_ALLOWED = 5;

    /// Never falls back to the default device.
    private static final int FOR_EVER = Integer.MIN_VALUE;

    private final SessionLoop loop;
    private final Consumer<SessionEvent> events;
    private final Mixer mixer = new Mixer();
    private final SoundWatch.Progress progress = new SoundWatch.Progress();
    private OutputChoice choice = DEFAULT;

    /// The last choice that the output took over.
    private OutputChoice accepted = choice;

    private Optional<Problem> problem = Optional.empty();

    /// Why the open device takes no sound.
    private Optional<Problem> stuck = Optional.empty();

    private SessionEvent.OutputChanged reported =
            new SessionEvent.OutputChanged("", Optional.empty());
    private double masterGainDb;
    private volatile @Nullable AudioOutput output;
    private volatile boolean closed;

    /// Grows with every choice: an answer to an earlier choice is ignored.
    private int latestRequest;

    /// Whether the latest choice is not answered yet.
    private boolean waiting;

    /// Whether any device was ever open.
    private boolean wasOpen;

    /// The name of the device that the choice last opened; empty before.
    private String chosenName = "";

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
        int request = ++latestRequest;
        waiting = true;
        change(open, next, failed -> answered(request, next, failed));
    }

    /// @param then receives the problem on the session thread, also of a change that throws
    private void change(AudioOutput open, OutputChoice next, Consumer<Optional<Problem>> then) {
        try {
            open.use(next, failed -> loop.post(() -> then.accept(failed)));
        } catch (RuntimeException | LinkageError e) {
            log.error("a change of the output failed", e);
            then.accept(Optional.of(Problem.of(Reason.INTERNAL)));
        }
    }

    private void answered(int request, OutputChoice used, Optional<Problem> failed) {
        if (request != latestRequest) {
            return;
        }
        waiting = false;
        failed.ifPresentOrElse(why -> refused(used, why), () -> opened(used));
    }

    private void opened(OutputChoice used) {
        choice = used;
        accepted = used;
        chosenName = deviceName();
        playsAnew();
    }

    private void playsAnew() {
        problem = Optional.empty();
        stuck = Optional.empty();
        progress.restart();
        wasOpen |= !deviceName().isEmpty();
        report(changed());
    }

    private void refused(OutputChoice used, Problem why) {
        if (stuck.isPresent() && isServerAway(why)) {
            // The server that does not answer still has the device before.
            events.accept(new SessionEvent.ProblemOccurred(stuck.get()));
            return;
        }
        boolean isOpen = !deviceName().isEmpty();
        if (isOpen) {
            choice = accepted;
        } else if (isServerAway(why)) {
            // The device may be there when the server is back.
            chosenName = used.equals(choice) ? chosenName : "";
            choice = used;
        }
        occurred(why);
        if (!isOpen && !(choice instanceof OutputChoice.None)) {
            lookLater(++latestRequest, wasOpen ? 0 : FOR_EVER);
        }
    }

    private static boolean isServerAway(Problem problem) {
        return problem.reason() == Reason.NO_SOUND_SERVER
                || problem.reason() == Reason.SOUND_SERVER_GONE;
    }

    private void occurred(Problem why) {
        problem = Optional.of(why);
        events.accept(new SessionEvent.ProblemOccurred(why));
        reportIfChanged();
    }

    private SessionEvent.OutputChanged changed() {
        OutputStatus now = view();
        return new SessionEvent.OutputChanged(now.deviceName(), now.problem());
    }

    private void report(SessionEvent.OutputChanged now) {
        reported = now;
        events.accept(now);
    }

    private void reportIfChanged() {
        SessionEvent.OutputChanged now = changed();
        if (!now.equals(reported)) {
            report(now);
        }
    }

    /// Names it in the desktop's mixer.
    void call(String name) {
        AudioOutput open = output;
        if (open != null) {
            open.call(name);
        }
    }

    void setMasterGain(double gainDb) {
        masterGainDb = Math.clamp(gainDb, MIN_GAIN_DB, MAX_GAIN_DB);
        mixer.setGainDb(masterGainDb);
        events.accept(new SessionEvent.SettingChanged());
    }

    OutputStatus view() {
        return new OutputStatus(
                choice, deviceName(), masterGainDb, stuck.or(() -> problem), mixer.meter());
    }

    private String deviceName() {
        AudioOutput open = output;
        return open == null ? "" : open.deviceName();
    }

    /// Why the open device takes no sound; empty while it does.
    Optional<Problem> stuck() {
        return stuck;
    }

    /// Checks that the device still takes sound. Called once a second.
    void watch() {
        AudioOutput open = output;
        if (open == null || waiting) {
            return;
        }
        boolean isOpen = !open.deviceName().isEmpty();
        wasOpen |= isOpen;
        boolean stands = progress.isStuck(mixer.renderedSamples()) && isOpen;
        if (!stands) {
            stuck = Optional.empty();
        } else if (stuck.isEmpty()) {
            Problem why = open.stalled();
            stuck = Optional.of(why);
            events.accept(new SessionEvent.ProblemOccurred(why));
        }
        reportIfChanged();
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

    /// The device is gone: the system's default plays in its place, unless another choice is
    /// pending. When the sound server is gone, waits for it to come back.
    private void lost(Problem lost) {
        wasOpen = true;
        stuck = Optional.empty();
        occurred(lost);
        if (waiting) {
            return;
        }
        if (lost.reason() == Reason.SOUND_SERVER_GONE) {
            lookLater(++latestRequest, 0);
        } else {
            standIn();
        }
    }

    private void standIn() {
        AudioOutput open = output;
        if (open != null) {
            int request = ++latestRequest;
            waiting = true;
            change(open, DEFAULT, failed -> stoodIn(request, failed));
        }
    }

    private void stoodIn(int request, Optional<Problem> failed) {
        if (request == latestRequest) {
            waiting = false;
            failed.ifPresentOrElse(
                    why -> {
                        occurred(why);
                        lookLater(++latestRequest, 0);
                    },
                    () -> playsInstead(request));
        }
    }

    /// The default plays. A device that was chosen stays chosen and is looked for.
    private void playsInstead(int request) {
        accepted = DEFAULT;
        playsAnew();
        seekLater(request, false);
    }

    private void seekLater(int request, boolean byName) {
        if (choice instanceof OutputChoice.Chosen) {
            loop.after(LOOK_EVERY, () -> seek(request, byName));
        }
    }

    /// The chosen device as it is looked for: as it was chosen until it was open once, then by its
    /// whole id or name.
    private OutputChoice sought(boolean byName) {
        if (chosenName.isEmpty()) {
            return choice;
        }
        boolean named = byName && UniqueNames.isOwn(chosenName) && choice.chosen().isPresent();
        return named ? new OutputChoice.Chosen(new DeviceId(chosenName)) : choice.whole();
    }

    private void seek(int request, boolean byName) {
        AudioOutput open = output;
        if (open == null || request != latestRequest || closed) {
            return;
        }
        OutputChoice wanted = sought(byName);
        change(
                open,
                wanted,
                failed -> {
                    if (request == latestRequest) {
                        failed.ifPresentOrElse(_ -> notYet(request, !byName), () -> opened(wanted));
                    }
                });
    }

    private void notYet(int request, boolean byName) {
        if (deviceName().isEmpty()) {
            standIn();
        } else {
            seekLater(request, byName);
        }
    }

    /// Looks again until the chosen output, or the default in its place, is open. The output looks
    /// by itself when devices change, but may miss a change.
    ///
    /// @param absences how often the server was found without the chosen device
    private void lookLater(int request, int absences) {
        loop.after(
                LOOK_EVERY,
                () -> {
                    if (request == latestRequest && !closed) {
                        look(request, absences);
                    }
                });
    }

    private void look(int request, int absences) {
        AudioOutput open = output;
        if (open == null) {
            return;
        }
        if (open.deviceName().isEmpty()) {
            lookFor(open, request, absences);
        } else if (choice.equals(accepted)) {
            opened(choice);
        } else if (accepted.equals(DEFAULT)) {
            playsInstead(request);
        } else {
            // It came back with the device before, and another was chosen meanwhile.
            use(choice);
        }
    }

    private void lookFor(AudioOutput open, int request, int absences) {
        if (absences > ABSENCES_ALLOWED) {
            change(open, DEFAULT, failed -> lookedForDefault(request, failed));
        } else {
            // What was typed is no id, most of the time.
            boolean typed = choice.chosen().filter(DeviceId::isTyped).isPresent();
            OutputChoice wanted = sought(typed && absences % 2 == 0);
            change(open, wanted, failed -> looked(request, wanted, absences, failed));
        }
    }

    private void looked(int request, OutputChoice wanted, int absences, Optional<Problem> failed) {
        if (request != latestRequest) {
            return;
        }
        if (failed.isEmpty()) {
            opened(wanted);
            return;
        }
        boolean absent = failed.filter(it -> it.reason() == Reason.NO_SUCH_DEVICE).isPresent();
        lookLater(request, absent ? absences + 1 : absences);
    }

    private void lookedForDefault(int request, Optional<Problem> failed) {
        if (request != latestRequest) {
            return;
        }
        if (failed.isEmpty()) {
            playsInstead(request);
            return;
        }
        failed.filter(why -> !isServerAway(why) && !problem.equals(failed))
                .ifPresent(this::occurred);
        lookLater(request, 0);
    }
}
