package org.tonewire.app.audio.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tonewire.app.core.audio.Levels;
import org.tonewire.app.core.device.AudioDevice;
import org.tonewire.app.core.device.AudioDevices;
import org.tonewire.app.core.device.DeviceId;
import org.tonewire.app.core.device.OutputChoice;
import org.tonewire.app.core.mix.Mixer;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.core.problem.Reason;
import org.tonewire.app.core.record.RecordedTrack;
import org.tonewire.app.testing.Eventually;

class MixedOutputTest {
    private static final Problem GONE = new Problem(Reason.DEVICE_GONE, "pulled");
    private static final OutputChoice DEFAULT = new OutputChoice.SystemDefault();

    private final FakeDevices devices = new FakeDevices();
    private final Mixer mixer = new Mixer();
    private final MixedOutput output = new MixedOutput(mixer, devices::open, devices);
    private final BlockingQueue<Problem> lost = new LinkedBlockingQueue<>();

    @AfterEach
    void close() {
        output.close();
        assertThat(devices.listeners).isEmpty();
    }

    @Test
    void theNewDeviceIsStartedAndTheOldOneClosed() {
        devices.plug("a", "b");
        assertThat(use(chosen("a"))).isEmpty();
        StillPlayback a = devices.opened.getLast();
        assertThat(use(chosen("b"))).isEmpty();
        assertThat(a.closes()).hasValue(1);
        assertThat(devices.opened.getLast().starts()).hasValue(1);
        assertThat(output.deviceName()).isEqualTo("b");
    }

    @Test
    void theOldDevicePlaysOnWhenTheNewOneIsRefused() {
        devices.plug("a");
        use(chosen("a"));
        assertThat(use(chosen("nothing"))).isPresent();
        assertThat(output.deviceName()).isEqualTo("a");
        assertThat(devices.opened.getFirst().closes()).hasValue(0);
    }

    @Test
    void anUnpluggedDeviceIsReportedAndUsedAgainWhenItIsBack() throws InterruptedException {
        output.onLost(lost::add);
        devices.plug("a");
        use(chosen("a"));
        devices.unplug("a");
        assertThat(lost.poll(60, TimeUnit.SECONDS)).isEqualTo(GONE);
        assertThat(output.deviceName()).isEmpty();
        devices.plug("a");
        Eventually.holds(
                () -> output.deviceName().equals("a"), () -> "the device is not used again");
    }

    @Test
    void anUnpluggedDefaultMovesToTheNextWithoutAProblem() {
        output.onLost(lost::add);
        devices.plug("a", "b");
        use(DEFAULT);
        devices.unplug("a");
        Eventually.holds(() -> output.deviceName().equals("b"), () -> "not moved");
        assertThat(lost).isEmpty();
    }

    @Test
    void noOutputStaysChosenWhenDevicesAreAdded() {
        devices.plug("a");
        use(DEFAULT);
        use(new OutputChoice.Nowhere());
        devices.plug("b");
        assertThat(output.deviceName()).isEmpty();
        assertThat(devices.opened).hasSize(1);
    }

    @Test
    void theNewestChoiceWinsWhileAnEarlierDeviceStillOpens() {
        devices.plug("slow", "a");
        CountDownLatch mayOpen = devices.slowDown("slow");
        CompletableFuture<Optional<Problem>> first = new CompletableFuture<>();
        output.use(chosen("slow"), first::complete);
        Eventually.holds(() -> devices.opening.contains("slow"), () -> "not opening");
        assertThat(use(chosen("a"))).isEmpty();
        assertThat(output.deviceName()).isEqualTo("a");
        mayOpen.countDown();
        assertThat(first.orTimeout(60, TimeUnit.SECONDS).join()).isEmpty();
        StillPlayback late = devices.opened.getLast();
        assertThat(late.deviceName()).isEqualTo("slow");
        assertThat(late.closes()).hasValue(1);
        assertThat(late.starts()).hasValue(0);
        assertThat(output.deviceName()).isEqualTo("a");
    }

    @Test
    void theOldDevicePlaysOnWhileTheNewOneOpens() {
        devices.plug("a", "slow");
        use(chosen("a"));
        CountDownLatch mayOpen = devices.slowDown("slow");
        output.use(chosen("slow"), _ -> {});
        Eventually.holds(() -> devices.opening.contains("slow"), () -> "not opening");
        assertThat(output.deviceName()).isEqualTo("a");
        assertThat(devices.opened.getFirst().closes()).hasValue(0);
        mayOpen.countDown();
        Eventually.holds(() -> output.deviceName().equals("slow"), () -> "not moved");
        assertThat(devices.opened.getFirst().closes()).hasValue(1);
    }

    @Test
    void closingDoesNotWaitAndADeviceThatOpensLaterIsClosed() {
        devices.plug("slow");
        CountDownLatch mayOpen = devices.slowDown("slow");
        output.use(chosen("slow"), _ -> {});
        Eventually.holds(() -> devices.opening.contains("slow"), () -> "not opening");
        output.close();
        mayOpen.countDown();
        Eventually.holds(
                () -> !devices.opened.isEmpty() && devices.opened.getLast().closed(),
                () -> "left open");
        assertThat(devices.opened.getLast().starts()).hasValue(0);
    }

    @Test
    void withoutADeviceTheMixIsStillPulled() {
        AtomicLong frames = new AtomicLong();
        mixer.recordTap().begin(new Counted(frames));
        Eventually.holds(() -> frames.get() > 5, () -> "frames before a device: " + frames);
        devices.plug("a");
        use(chosen("a"));
        long before = frames.get();
        use(new OutputChoice.Nowhere());
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

    /// Chooses an output and waits for the result.
    private Optional<Problem> use(OutputChoice choice) {
        CompletableFuture<Optional<Problem>> answer = new CompletableFuture<>();
        output.use(choice, answer::complete);
        return answer.orTimeout(60, TimeUnit.SECONDS).join();
    }

    private static OutputChoice chosen(String name) {
        return new OutputChoice.Chosen(new DeviceId(name));
    }

    /// Devices that a test plugs and unplugs; the first one is the default.
    private static final class FakeDevices implements AudioDevices {
        private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
        private final List<StillPlayback> opened = new CopyOnWriteArrayList<>();
        private final Map<String, Consumer<Problem>> lossListeners = new HashMap<>();
        private final List<String> names = new ArrayList<>();
        private final Map<String, CountDownLatch> slow = new ConcurrentHashMap<>();
        private final List<String> opening = new CopyOnWriteArrayList<>();

        /// Makes a device open only when the latch is down.
        CountDownLatch slowDown(String name) {
            CountDownLatch mayOpen = new CountDownLatch(1);
            slow.put(name, mayOpen);
            return mayOpen;
        }

        PlaybackOpening open(OutputChoice choice, Consumer<Problem> onLost) {
            CountDownLatch mayOpen = choice.chosen().map(id -> slow.get(id.value())).orElse(null);
            if (mayOpen != null) {
                opening.add(choice.chosen().orElseThrow().value());
                try {
                    mayOpen.await();
                } catch (InterruptedException e) {
                    throw new AssertionError(e);
                }
            }
            return openNow(choice, onLost);
        }

        private synchronized PlaybackOpening openNow(
                OutputChoice choice, Consumer<Problem> onLost) {
            Optional<String> name =
                    switch (choice) {
                        case OutputChoice.Chosen(DeviceId id) ->
                                Optional.of(id.value()).filter(names::contains);
                        case OutputChoice.SystemDefault(), OutputChoice.Nowhere() ->
                                names.stream().findFirst();
                    };
            if (name.isEmpty()) {
                return new PlaybackOpening.Failed(Problem.of(Reason.NO_OUTPUT_DEVICE));
            }
            lossListeners.put(name.get(), onLost);
            opened.add(new StillPlayback(name.get()));
            return new PlaybackOpening.Opened(opened.getLast());
        }

        void plug(String... more) {
            synchronized (this) {
                names.addAll(List.of(more));
            }
            listeners.forEach(Runnable::run);
        }

        synchronized void unplug(String name) {
            names.remove(name);
            Consumer<Problem> listener = lossListeners.remove(name);
            if (listener != null) {
                listener.accept(GONE);
            }
        }

        @Override
        public List<AudioDevice> list() {
            return List.of();
        }

        @Override
        public Optional<Problem> unavailable() {
            return Optional.empty();
        }

        @Override
        public Runnable onChange(Runnable listener) {
            listeners.add(listener);
            return () -> listeners.remove(listener);
        }
    }
}
