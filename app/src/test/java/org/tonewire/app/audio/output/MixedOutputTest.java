package org.tonewire.app.audio.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tonewire.app.core.audio.Levels;
import org.tonewire.app.core.device.DeviceId;
import org.tonewire.app.core.device.OutputChoice;
import org.tonewire.app.core.mix.Mixer;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.core.problem.Reason;
import org.tonewire.app.core.record.RecordedTrack;
import org.tonewire.app.testing.Eventually;

class MixedOutputTest {
    private static final OutputChoice DEFAULT = new OutputChoice.SystemDefault();

    private final Plugs plugs = new Plugs();
    private final Mixer mixer = new Mixer();
    private final MixedOutput output = new MixedOutput(mixer, plugs::open, plugs);

    @AfterEach
    void close() {
        output.close();
        assertThat(plugs.listeners).isEmpty();
    }

    @Test
    void theNewDeviceIsStartedAndTheOldOneClosed() {
        plugs.plug("a", "b");
        assertThat(use(chosen("a"))).isEmpty();
        StillPlayback a = plugs.opened.getLast();
        assertThat(use(chosen("b"))).isEmpty();
        assertThat(a.closes()).hasValue(1);
        assertThat(plugs.opened.getLast().starts()).hasValue(1);
        assertThat(output.deviceName()).isEqualTo("b");
    }

    @Test
    void whatPlayedBeforeGoesOnWhenTheNewDeviceIsRefused() {
        plugs.plug("a");
        use(chosen("a"));
        assertThat(use(chosen("nothing"))).isPresent();
        assertThat(output.deviceName()).isEqualTo("a");
        assertThat(plugs.opened.getFirst().closes()).hasValue(0);
    }

    /// A part of its name may be in another's, too.
    @Test
    void whatAPersonTypedIsTakenBackByItsWholeName() {
        plugs.plug("a");
        use(new OutputChoice.Chosen(DeviceId.typed("a")));
        plugs.pull("a");
        Eventually.holds(() -> output.deviceName().isEmpty(), () -> "the device is still used");
        plugs.plug("b");
        Eventually.holds(() -> plugs.asked.size() == 2, () -> "asked: " + plugs.asked);
        assertThat(plugs.asked.getLast()).isEqualTo(chosen("a"));
    }

    @Test
    void aChangeThatThrowsIsAnswered() {
        MixedOutput broken =
                new MixedOutput(
                        new Mixer(),
                        (_, _) -> {
                            throw new IllegalStateException("a defect");
                        },
                        plugs);
        CompletableFuture<Optional<Problem>> answer = new CompletableFuture<>();
        broken.use(DEFAULT, answer::complete);

        assertThat(answer.orTimeout(60, TimeUnit.SECONDS).join())
                .contains(Problem.of(Reason.INTERNAL));
        broken.close();
    }

    @Test
    void aDefaultWhoseSuccessorThrowsIsReportedAsLost() {
        AtomicBoolean broken = new AtomicBoolean();
        MixedOutput moving =
                new MixedOutput(
                        new Mixer(),
                        (choice, onLost) -> {
                            if (broken.get()) {
                                throw new IllegalStateException("a defect");
                            }
                            return plugs.open(choice, onLost);
                        },
                        plugs);
        CompletableFuture<Problem> lost = new CompletableFuture<>();
        moving.onLost(lost::complete);
        plugs.plug("a");
        CompletableFuture<Optional<Problem>> answer = new CompletableFuture<>();
        moving.use(DEFAULT, answer::complete);
        assertThat(answer.orTimeout(60, TimeUnit.SECONDS).join()).isEmpty();
        broken.set(true);
        plugs.pull("a");

        assertThat(lost.orTimeout(60, TimeUnit.SECONDS).join())
                .isEqualTo(new Problem(Reason.DEVICE_GONE, "a"));
        moving.close();
    }

    @Test
    void nowhereIsKeptThoughDevicesCome() {
        plugs.plug("a");
        use(DEFAULT);
        use(new OutputChoice.None());
        plugs.plug("b");
        assertThat(output.deviceName()).isEmpty();
        assertThat(plugs.opened).filteredOn(device -> device.starts().get() > 0).hasSize(1);
    }

    @Test
    void aDeviceThatComesWhileAnotherStartsReplacesNothing() {
        plugs.plug("a");
        CountDownLatch mayStart = plugs.slowDownStarts();
        CompletableFuture<Optional<Problem>> answer = new CompletableFuture<>();
        output.use(DEFAULT, answer::complete);
        Eventually.holds(
                () -> !plugs.opened.isEmpty() && plugs.opened.getFirst().starts().get() == 1,
                () -> "not starting");
        plugs.plug("b");
        Eventually.holds(() -> plugs.opened.size() == 2, () -> "not looked for");
        mayStart.countDown();
        assertThat(answer.orTimeout(60, TimeUnit.SECONDS).join()).isEmpty();
        Eventually.holds(
                () -> plugs.opened.getLast().closes().get() == 1, () -> "a second one stays");
        assertThat(plugs.opened.getFirst().closes()).hasValue(0);
        assertThat(plugs.opened.getLast().starts()).hasValue(0);
        plugs.pull("a");
        Eventually.holds(() -> output.deviceName().equals("b"), () -> "its loss is not noticed");
    }

    @Test
    void devicesAreLookedForAgainAfterALookThatFailed() {
        AtomicBoolean broken = new AtomicBoolean();
        AtomicInteger failures = new AtomicInteger();
        MixedOutput hurt =
                new MixedOutput(
                        new Mixer(),
                        (choice, onLost) -> {
                            if (broken.get()) {
                                failures.incrementAndGet();
                                throw new IllegalStateException("a defect");
                            }
                            return plugs.open(choice, onLost);
                        },
                        plugs);
        CompletableFuture<Problem> lost = new CompletableFuture<>();
        hurt.onLost(lost::complete);
        plugs.plug("a");
        CompletableFuture<Optional<Problem>> answer = new CompletableFuture<>();
        hurt.use(chosen("a"), answer::complete);
        assertThat(answer.orTimeout(60, TimeUnit.SECONDS).join()).isEmpty();
        plugs.pull("a");
        assertThat(lost.orTimeout(60, TimeUnit.SECONDS).join().reason())
                .isEqualTo(Reason.DEVICE_GONE);
        broken.set(true);
        plugs.plug("a");
        Eventually.holds(() -> failures.get() > 0, () -> "not looked for");
        broken.set(false);
        Eventually.holds(
                () -> {
                    plugs.plug("another");
                    return hurt.deviceName().equals("a");
                },
                () -> "not looked for again");
        hurt.close();
    }

    @Test
    void theNewestChoiceWinsThoughAnEarlierDeviceStillOpens() {
        plugs.plug("slow", "a");
        CountDownLatch mayOpen = plugs.slowDown("slow");
        CompletableFuture<Optional<Problem>> first = new CompletableFuture<>();
        output.use(chosen("slow"), first::complete);
        Eventually.holds(() -> plugs.opening.contains("slow"), () -> "not opening");
        assertThat(use(chosen("a"))).isEmpty();
        assertThat(output.deviceName()).isEqualTo("a");
        mayOpen.countDown();
        assertThat(first.orTimeout(60, TimeUnit.SECONDS).join()).isEmpty();
        StillPlayback late = plugs.opened.getLast();
        assertThat(late.deviceName()).isEqualTo("slow");
        assertThat(late.closes()).hasValue(1);
        assertThat(late.starts()).hasValue(0);
        assertThat(output.deviceName()).isEqualTo("a");
    }

    @Test
    void whatPlayedBeforeGoesOnWhileTheNewDeviceOpens() {
        plugs.plug("a", "slow");
        use(chosen("a"));
        CountDownLatch mayOpen = plugs.slowDown("slow");
        output.use(chosen("slow"), _ -> {});
        Eventually.holds(() -> plugs.opening.contains("slow"), () -> "not opening");
        assertThat(output.deviceName()).isEqualTo("a");
        assertThat(plugs.opened.getFirst().closes()).hasValue(0);
        mayOpen.countDown();
        Eventually.holds(() -> output.deviceName().equals("slow"), () -> "not moved");
        assertThat(plugs.opened.getFirst().closes()).hasValue(1);
    }

    @Test
    void closingWaitsForNoDeviceAndOneThatOpensLaterIsClosedAgain() {
        plugs.plug("slow");
        CountDownLatch mayOpen = plugs.slowDown("slow");
        output.use(chosen("slow"), _ -> {});
        Eventually.holds(() -> plugs.opening.contains("slow"), () -> "not opening");
        output.close();
        mayOpen.countDown();
        Eventually.holds(
                () -> !plugs.opened.isEmpty() && plugs.opened.getLast().closed(),
                () -> "left open");
        assertThat(plugs.opened.getLast().starts()).hasValue(0);
    }

    @Test
    void withoutADeviceTheMixGoesOnAtItsPace() {
        AtomicLong frames = new AtomicLong();
        mixer.recordTap().begin(new Counted(frames));
        Eventually.holds(() -> frames.get() > 5, () -> "frames before a device: " + frames);
        plugs.plug("a");
        use(chosen("a"));
        long before = frames.get();
        use(new OutputChoice.None());
        Eventually.holds(() -> frames.get() > before + 5, () -> "frames after it: " + frames);
    }

    @Test
    void nothingIsPulledAfterTheEnd() {
        AtomicLong frames = new AtomicLong();
        mixer.recordTap().begin(new Counted(frames));
        output.close();
        Eventually.holds(
                () ->
                        Thread.getAllStackTraces().keySet().stream()
                                .noneMatch(thread -> thread.getName().equals("null-output")),
                () -> "a thread is left");
        assertThat(mixer.meter().read().peakLeftDb()).isEqualTo(Levels.SILENCE_DB);
    }

    private record Counted(AtomicLong frames) implements RecordedTrack {
        @Override
        public void accept(float[] frame, long position) {
            frames.incrementAndGet();
        }

        @Override
        public void close() {}
    }

    /// Waits for the answer.
    private Optional<Problem> use(OutputChoice choice) {
        CompletableFuture<Optional<Problem>> answer = new CompletableFuture<>();
        output.use(choice, answer::complete);
        return answer.orTimeout(60, TimeUnit.SECONDS).join();
    }

    private static OutputChoice chosen(String name) {
        return new OutputChoice.Chosen(new DeviceId(name));
    }
}
