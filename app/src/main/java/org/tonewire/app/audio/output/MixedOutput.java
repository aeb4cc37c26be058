package org.tonewire.app.audio.output;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tonewire.app.core.device.AudioDevices;
import org.tonewire.app.core.device.AudioOutput;
import org.tonewire.app.core.device.OutputChoice;
import org.tonewire.app.core.mix.Mixer;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.core.problem.Reason;

/// Plays the mix on one device, which can be changed and lost. A lost device is looked for again
/// whenever devices change, until another is chosen; a lost default moves to the next default at
/// once. While there is no device, a [NullPlayback] pulls the mix.
///
/// Devices open and close on virtual threads, several at a time when one blocks: the newest choice
/// wins, and a device that opens too late is closed again. Any thread; only those virtual threads
/// wait.
public final class MixedOutput implements AudioOutput {
    private static final Logger LOG = LoggerFactory.getLogger(MixedOutput.class);

    private final PlaybackOpener opener;
    private final Mixer mixer;
    private final List<Consumer<Problem>> lostListeners = new CopyOnWriteArrayList<>();

    /// Held while one device replaces another, as the mixer serves one at a time.
    private final ReentrantLock swapping = new ReentrantLock();

    private final Runnable noMoreChanges;

    /// Grows with every choice.
    private final AtomicLong newest = new AtomicLong();

    /// Changes of devices that were not handled yet.
    private final AtomicInteger changes = new AtomicInteger();

    private volatile OutputChoice choice = new OutputChoice.None();
    private volatile @Nullable Playback playback;

    /// The device that pulls the mixer, or its substitute. Guarded by the lock.
    private Playback pulling;

    private volatile String name = "";
    private volatile boolean closed;

    public MixedOutput(Mixer mixer, PlaybackOpener opener, AudioDevices devices) {
        this.mixer = mixer;
        this.opener = opener;
        pulling = new NullPlayback();
        pulling.start(mixer.attach(pulling));
        this.noMoreChanges = devices.onChange(() -> onVirtualThread(this::lookAgain));
    }

    @Override
    public void use(OutputChoice wanted, Consumer<Optional<Problem>> done) {
        long mine = newest.incrementAndGet();
        onVirtualThread(() -> done.accept(guarded(mine, () -> change(wanted, mine))));
    }

    /// A change that throws has an outcome too, for whoever waits for it and for the next look.
    private Optional<Problem> guarded(long mine, Supplier<Optional<Problem>> change) {
        try {
            return change.get();
        } catch (RuntimeException | LinkageError bug) {
            LOG.error("Changing the output device failed", bug);
            return mine == newest.get()
                    ? Optional.of(Problem.of(Reason.INTERNAL))
                    : Optional.empty();
        }
    }

    private Optional<Problem> change(OutputChoice wanted, long mine) {
        if (closed || mine != newest.get()) {
            return Optional.empty();
        }
        if (wanted instanceof OutputChoice.None) {
            replaceBy(null, wanted, mine, () -> true);
            return Optional.empty();
        }
        return open(wanted, mine, () -> true);
    }

    /// Opens a device where there is none; one that another thread started meanwhile stays.
    private Optional<Problem> openMissing(OutputChoice wanted, long mine) {
        return open(wanted, mine, () -> playback == null);
    }

    /// Opens the new device before the old one is closed.
    ///
    /// @param needed asked with the lock once it is open; if not, it is closed again
    private Optional<Problem> open(OutputChoice wanted, long mine, BooleanSupplier needed) {
        Lost lost = new Lost();
        return switch (opener.open(wanted, lost)) {
            case PlaybackOpening.Failed(Problem problem) ->
                    mine == newest.get() ? Optional.of(problem) : Optional.empty();
            case PlaybackOpening.Opened(Playback opened) -> {
                lost.playback = opened;
                if (replaceBy(opened, wanted, mine, needed)) {
                    lost.installed();
                } else {
                    opened.close();
                }
                yield Optional.empty();
            }
        };
    }

    /// @param next null for no device
    /// @return false when it is too late, or not needed any more
    private boolean replaceBy(
            @Nullable Playback next, OutputChoice wanted, long mine, BooleanSupplier needed) {
        swapping.lock();
        try {
            if (closed || mine != newest.get() || !needed.getAsBoolean()) {
                return false;
            }
            choice = wanted.whole();
            install(next);
            return true;
        } finally {
            swapping.unlock();
        }
    }

    /// With the lock. The device before has ended when this returns, or is blocked and gets
    /// silence.
    private void install(@Nullable Playback device) {
        playback = null;
        pulling.close();
        pulling = device == null ? new NullPlayback() : device;
        pulling.start(mixer.attach(pulling));
        playback = device;
        if (device != null) {
            // After the field is set: a name that is given meanwhile is not missed.
            device.call(name);
        }
    }

    /// The device's thread reports its loss. The loss is handled on another thread, since that one
    /// ends.
    private final class Lost implements Consumer<Problem> {
        private volatile @Nullable Playback playback;
        private volatile @Nullable Problem gone;

        @Override
        public void accept(Problem problem) {
            gone = problem;
            onVirtualThread(() -> replace(this, problem));
        }

        /// The device is in use from here on; it may be lost already.
        void installed() {
            Problem problem = gone;
            if (problem != null) {
                onVirtualThread(() -> replace(this, problem));
            }
        }
    }

    private void replace(Lost lost, Problem problem) {
        if (!stopLost(lost)) {
            return;
        }
        OutputChoice wanted = choice;
        long current = newest.get();
        boolean moves = wanted instanceof OutputChoice.SystemDefault;
        if (!moves || guarded(current, () -> openMissing(wanted, current)).isPresent()) {
            lostListeners.forEach(listener -> listener.accept(problem));
        }
    }

    /// @return whether it was the device in use
    private boolean stopLost(Lost lost) {
        swapping.lock();
        try {
            Playback current = playback;
            if (closed || current == null || !current.equals(lost.playback)) {
                return false;
            }
            install(null);
            return true;
        } finally {
            swapping.unlock();
        }
    }

    /// Looks once at a time; changes that come meanwhile cause one more look.
    private void lookAgain() {
        if (changes.getAndIncrement() > 0) {
            return;
        }
        int seen;
        do {
            seen = changes.get();
            look();
        } while (!changes.compareAndSet(seen, 0));
    }

    private void look() {
        OutputChoice wanted = choice;
        if (!closed && playback == null && !(wanted instanceof OutputChoice.None)) {
            long current = newest.get();
            guarded(current, () -> openMissing(wanted, current))
                    .ifPresent(problem -> LOG.debug("No output yet: {}", problem));
        }
    }

    private static void onVirtualThread(Runnable work) {
        Thread.ofVirtual()
                .name("output-device")
                .start(() -> {
                    try {
                        work.run();
                    } catch (RuntimeException bug) {
                        LOG.error("Changing the output device failed", bug);
                    }
                });
    }

    @Override
    public void onLost(Consumer<Problem> listener) {
        lostListeners.add(listener);
    }

    @Override
    public String deviceName() {
        Playback current = playback;
        return current == null ? "" : current.deviceName();
    }

    @Override
    public void call(String next) {
        name = next;
        Playback current = playback;
        if (current != null) {
            current.call(next);
        }
    }

    @Override
    public Problem stalled() {
        Playback current = playback;
        return current == null ? Problem.of(Reason.DEVICE_STALLED) : current.stalled();
    }

    @Override
    public void close() {
        closed = true;
        noMoreChanges.run();
        onVirtualThread(this::release);
    }

    private void release() {
        swapping.lock();
        try {
            playback = null;
            pulling.close();
            mixer.detach();
        } finally {
            swapping.unlock();
        }
    }
}
