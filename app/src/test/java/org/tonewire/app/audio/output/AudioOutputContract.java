package org.tonewire.app.audio.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tonewire.app.core.device.AudioOutput;
import org.tonewire.app.core.device.DeviceId;
import org.tonewire.app.core.device.OutputChoice;
import org.tonewire.app.core.mix.Mixer;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.core.problem.Reason;
import org.tonewire.app.core.record.RecordedTrack;
import org.tonewire.app.testing.Eventually;

/// What an output promises to a session, whatever plays.
abstract class AudioOutputContract {
    private static final OutputChoice DEFAULT = new OutputChoice.SystemDefault();
    private static final OutputChoice NOWHERE = new OutputChoice.None();

    final Mixer mixer = new Mixer();
    private final BlockingQueue<Problem> lost = new LinkedBlockingQueue<>();

    abstract AudioOutput output();

    /// A device with this id and name is there from here on; the first is the default.
    abstract void plug(String device);

    abstract void unplug(String device);

    /// Time passes for what pulls the mixer.
    abstract void letPlay();

    @AfterEach
    void close() {
        output().close();
    }

    @Test
    void theChosenDeviceIsNamedOnceItIsThere() {
        plug("a");
        plug("b");
        assertThat(use(chosen("b"))).isEmpty();
        assertThat(output().deviceName()).isEqualTo("b");
        assertThat(use(DEFAULT)).isEmpty();
        assertThat(output().deviceName()).isEqualTo("a");
    }

    @Test
    void whatPlayedBeforeGoesOnWhenTheNewDeviceIsRefused() {
        plug("a");
        use(chosen("a"));
        assertThat(use(chosen("nothing"))).isPresent();
        assertThat(output().deviceName()).isEqualTo("a");
    }

    @Test
    void nowhereHasNoDevice() {
        plug("a");
        use(DEFAULT);
        assertThat(use(NOWHERE)).isEmpty();
        assertThat(output().deviceName()).isEmpty();
    }

    @Test
    void aChosenDeviceThatIsPulledIsToldAndTakenAgainWhenItComesBack() throws InterruptedException {
        output().onLost(lost::add);
        plug("a");
        plug("b");
        use(chosen("b"));
        unplug("b");
        assertThat(lost.poll(60, TimeUnit.SECONDS)).isEqualTo(new Problem(Reason.DEVICE_GONE, "b"));
        assertThat(output().deviceName()).isEmpty();
        plug("b");
        awaitDevice("b");
    }

    @Test
    void aDeviceThatStandsStillIsBlamedOrItsServer() {
        plug("a");
        use(DEFAULT);
        assertThat(output().stalled())
                .isIn(
                        Problem.of(Reason.SOUND_SERVER_STUCK),
                        new Problem(Reason.DEVICE_STALLED, "a"));
    }

    @Test
    void aPulledDefaultMovesToTheNextWithoutAWord() {
        output().onLost(lost::add);
        plug("a");
        plug("b");
        use(DEFAULT);
        unplug("a");
        awaitDevice("b");
        assertThat(lost).isEmpty();
    }

    @Test
    void theMixGoesOnWithoutADevice() {
        AtomicLong frames = countFrames();
        use(NOWHERE);
        awaitMore(frames);
        use(chosen("nothing"));
        awaitMore(frames);
    }

    @Test
    void afterTheEndNothingIsPulledAndEveryChoiceIsAnswered() {
        AtomicLong frames = countFrames();
        plug("a");
        use(DEFAULT);
        output().close();
        output().close();
        assertThat(use(chosen("a"))).isEmpty();
        Eventually.holds(() -> output().deviceName().isEmpty(), () -> "a device is left");
        awaitEnd();
        long before = frames.get();
        letPlay();
        assertThat(frames).hasValue(before);
    }

    /// Until what pulled the mixer has ended.
    abstract void awaitEnd();

    /// Waits until no platform thread has one of these names.
    static void awaitNoThread(String... names) {
        Set<String> unwanted = Set.of(names);
        Eventually.holds(
                () ->
                        Thread.getAllStackTraces().keySet().stream()
                                .map(Thread::getName)
                                .noneMatch(unwanted::contains),
                () -> "a thread is left, one of " + unwanted);
    }

    private void awaitMore(AtomicLong frames) {
        long before = frames.get();
        Eventually.holds(
                () -> {
                    letPlay();
                    return frames.get() > before + 5;
                },
                () -> "no more than " + frames);
    }

    private void awaitDevice(String name) {
        Eventually.holds(() -> output().deviceName().equals(name), () -> "not moved to " + name);
    }

    private AtomicLong countFrames() {
        AtomicLong frames = new AtomicLong();
        mixer.recordTap().begin(new Counted(frames));
        return frames;
    }

    /// Waits for the answer.
    private Optional<Problem> use(OutputChoice choice) {
        CompletableFuture<Optional<Problem>> answer = new CompletableFuture<>();
        output().use(choice, answer::complete);
        return answer.orTimeout(60, TimeUnit.SECONDS).join();
    }

    private static OutputChoice chosen(String name) {
        return new OutputChoice.Chosen(new DeviceId(name));
    }

    private record Counted(AtomicLong frames) implements RecordedTrack {
        @Override
        public void accept(float[] frame, long position) {
            frames.incrementAndGet();
        }

        @Override
        public void close() {}
    }
}
