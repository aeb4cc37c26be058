package org.tonewire.app.audio.mix;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tonewire.app.core.audio.Decibels;
import org.tonewire.app.core.device.AudioDevices;
import org.tonewire.app.core.device.AudioOutput;
import org.tonewire.app.core.device.OutputChoice;
import org.tonewire.app.core.device.OutputHealth;
import org.tonewire.app.core.device.TrackOutput;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.core.problem.Reason;

/// All tracks, mixed here, on one device that can be changed and lost. A lost device is looked for
/// again whenever devices change, until another is chosen; a lost default moves to the next default
/// at once.
///
/// Owned by the session thread; the lock is for the short work of finding a lost device again,
/// which a virtual thread does.
public final class MixedOutput implements AudioOutput {
    private static final Logger LOG = LoggerFactory.getLogger(MixedOutput.class);

    private final PlaybackOpener opener;
    private final Mixer mixer = new Mixer();
    private final List<Consumer<Problem>> lostListeners = new CopyOnWriteArrayList<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Runnable noMoreChanges;
    private volatile OutputChoice choice = new OutputChoice.Nowhere();
    private volatile @Nullable Playback playback;
    private boolean closed;

    public MixedOutput(PlaybackOpener opener, AudioDevices devices) {
        this.opener = opener;
        this.noMoreChanges = devices.onChange(() -> onVirtualThread(this::lookAgain));
    }

    @Override
    public Optional<Problem> use(OutputChoice wanted) {
        lock.lock();
        try {
            if (closed) {
                return Optional.empty();
            }
            if (wanted instanceof OutputChoice.Nowhere) {
                stop();
                choice = wanted;
                return Optional.empty();
            }
            Optional<Problem> problem = open(wanted);
            if (problem.isEmpty()) {
                choice = wanted;
            }
            return problem;
        } finally {
            lock.unlock();
        }
    }

    /// Opens the new device before the old is let go.
    private Optional<Problem> open(OutputChoice wanted) {
        Lost lost = new Lost();
        return switch (opener.open(wanted, lost)) {
            case PlaybackOpening.Failed(Problem problem) -> Optional.of(problem);
            case PlaybackOpening.Opened(Playback opened) -> {
                stop();
                lost.playback = opened;
                playback = opened;
                mixer.activate(opened);
                opened.start(mixer);
                yield Optional.empty();
            }
        };
    }

    private void stop() {
        Playback old = playback;
        playback = null;
        if (old != null) {
            old.close();
        }
        mixer.deactivate();
    }

    /// The device's thread says that it is over; the work is done elsewhere, since that thread
    /// ends.
    private final class Lost implements Consumer<Problem> {
        private @Nullable Playback playback;

        @Override
        public void accept(Problem problem) {
            onVirtualThread(() -> replace(this, problem));
        }
    }

    private void replace(Lost lost, Problem problem) {
        lock.lock();
        try {
            if (closed || playback == null || !playback.equals(lost.playback)) {
                return;
            }
            stop();
            boolean moves = choice instanceof OutputChoice.SystemDefault;
            if (moves && open(choice).isEmpty()) {
                return;
            }
        } finally {
            lock.unlock();
        }
        lostListeners.forEach(listener -> listener.accept(problem));
    }

    private void lookAgain() {
        lock.lock();
        try {
            if (!closed && playback == null && !(choice instanceof OutputChoice.Nowhere)) {
                open(choice).ifPresent(problem -> LOG.debug("Still no output: {}", problem));
            }
        } finally {
            lock.unlock();
        }
    }

    private static void onVirtualThread(Runnable work) {
        Thread.ofVirtual()
                .name("output-device")
                .start(() -> {
                    try {
                        work.run();
                    } catch (RuntimeException bug) {
                        LOG.error("Changing the output device broke", bug);
                    }
                });
    }

    @Override
    public TrackOutput openTrack() {
        return mixer.openTrack();
    }

    @Override
    public void onLost(Consumer<Problem> listener) {
        lostListeners.add(listener);
    }

    @Override
    public void setMasterGainDb(double gainDb) {
        mixer.setGain(Decibels.toAmplitude(gainDb));
    }

    @Override
    public OutputHealth health() {
        Playback current = playback;
        return current == null
                ? new OutputHealth("", false)
                : new OutputHealth(current.deviceName(), true);
    }

    @Override
    public void close() {
        noMoreChanges.run();
        lock.lock();
        try {
            closed = true;
            stop();
        } finally {
            lock.unlock();
        }
    }

    /// A computer without any sound system: what is played goes nowhere.
    public static PlaybackOpener none() {
        return (_, _) -> new PlaybackOpening.Failed(Problem.of(Reason.NO_SOUND_SERVER));
    }
}
