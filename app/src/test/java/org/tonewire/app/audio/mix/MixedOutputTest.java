package org.tonewire.app.audio.mix;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tonewire.app.core.device.AudioDevice;
import org.tonewire.app.core.device.AudioDevices;
import org.tonewire.app.core.device.DeviceId;
import org.tonewire.app.core.device.OutputChoice;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.core.problem.Reason;

class MixedOutputTest {
    private static final Problem GONE = new Problem(Reason.DEVICE_GONE, "pulled");
    private static final OutputChoice DEFAULT = new OutputChoice.SystemDefault();

    private final Plugs plugs = new Plugs();
    private final MixedOutput output = new MixedOutput(plugs::open, plugs);
    private final BlockingQueue<Problem> lost = new LinkedBlockingQueue<>();

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
        assertThat(output.health().deviceName()).isEqualTo("b");
    }

    @Test
    void whatPlayedBeforeGoesOnWhenTheNewDeviceIsRefused() {
        plugs.plug("a");
        use(chosen("a"));
        assertThat(use(chosen("nothing"))).isPresent();
        assertThat(output.health().deviceName()).isEqualTo("a");
        assertThat(plugs.opened.getFirst().closes()).hasValue(0);
    }

    @Test
    void aPulledDeviceIsToldAndTakenAgainWhenItComesBack() throws InterruptedException {
        output.onLost(lost::add);
        plugs.plug("a");
        use(chosen("a"));
        plugs.pull("a");
        assertThat(lost.poll(10, TimeUnit.SECONDS)).isEqualTo(GONE);
        assertThat(output.health().deviceName()).isEmpty();
        plugs.plug("a");
        await("the device was not taken again", () -> output.health().deviceName().equals("a"));
    }

    @Test
    void aPulledDefaultMovesToTheNextWithoutAWord() {
        output.onLost(lost::add);
        plugs.plug("a", "b");
        use(DEFAULT);
        plugs.pull("a");
        await("not moved", () -> output.health().deviceName().equals("b"));
        assertThat(lost).isEmpty();
    }

    @Test
    void nowhereIsKeptThoughDevicesCome() {
        plugs.plug("a");
        use(DEFAULT);
        use(new OutputChoice.Nowhere());
        plugs.plug("b");
        assertThat(output.health().deviceName()).isEmpty();
        assertThat(plugs.opened).hasSize(1);
    }

    /// Waits for the answer.
    private Optional<Problem> use(OutputChoice choice) {
        CompletableFuture<Optional<Problem>> answer = new CompletableFuture<>();
        output.use(choice, answer::complete);
        return answer.orTimeout(10, TimeUnit.SECONDS).join();
    }

    private static OutputChoice chosen(String name) {
        return new OutputChoice.Chosen(new DeviceId(name));
    }

    private static void await(String whyNotYet, BooleanSupplier done) {
        long deadline = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (!done.getAsBoolean()) {
            assertThat(System.nanoTime()).as(whyNotYet).isLessThan(deadline);
            LockSupport.parkNanos(1_000_000);
        }
    }

    /// A computer whose devices are plugged and pulled at will; the first is the default.
    private static final class Plugs implements AudioDevices {
        private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
        private final List<StillPlayback> opened = new CopyOnWriteArrayList<>();
        private final Map<String, Consumer<Problem>> losers = new HashMap<>();
        private final List<String> names = new ArrayList<>();

        synchronized PlaybackOpening open(OutputChoice choice, Consumer<Problem> onLost) {
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
            losers.put(name.get(), onLost);
            opened.add(new StillPlayback(name.get()));
            return new PlaybackOpening.Opened(opened.getLast());
        }

        void plug(String... more) {
            synchronized (this) {
                names.addAll(List.of(more));
            }
            listeners.forEach(Runnable::run);
        }

        synchronized void pull(String name) {
            names.remove(name);
            Consumer<Problem> loser = losers.remove(name);
            if (loser != null) {
                loser.accept(GONE);
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
