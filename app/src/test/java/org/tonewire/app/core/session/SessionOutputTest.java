package org.tonewire.app.core.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tonewire.app.core.device.AudioOutput;
import org.tonewire.app.core.device.DeviceId;
import org.tonewire.app.core.device.OutputChoice;
import org.tonewire.app.core.loop.EventLoop;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.core.problem.Reason;
import org.tonewire.app.core.room.SessionEvent;

/// The session's output, with devices that take time to open.
class SessionOutputTest {
    private static final OutputChoice A = new OutputChoice.Chosen(new DeviceId("a"));
    private static final OutputChoice B = new OutputChoice.Chosen(new DeviceId("b"));
    private static final Problem BUSY = new Problem(Reason.DEVICE_BUSY, "a");

    private final EventLoop loop = new EventLoop("session-test");
    private final BlockingQueue<SessionEvent> events = new LinkedBlockingQueue<>();
    private final SessionOutput sessionOutput = new SessionOutput(loop, events::add);
    private final Slow output = new Slow();

    @BeforeEach
    void open() throws InterruptedException {
        loop.start();
        loop.post(() -> sessionOutput.open(output));
        output.answer(Optional.empty());
        assertThat(next()).isEqualTo(new SessionEvent.OutputChanged("slow", Optional.empty()));
    }

    @AfterEach
    void stopLoop() {
        loop.post(loop::stop);
    }

    @Test
    void theChoiceIsShownWhenTheDeviceIsOpen() throws InterruptedException {
        loop.post(() -> sessionOutput.use(A));
        Consumer<Optional<Problem>> answer = output.asked();
        assertThat(sessionOutput.view().choice()).isEqualTo(new OutputChoice.SystemDefault());
        answer.accept(Optional.empty());
        next();
        assertThat(sessionOutput.view().choice()).isEqualTo(A);
    }

    @Test
    void theAnswerToAnEarlierChoiceIsIgnored() throws InterruptedException {
        loop.post(() -> sessionOutput.use(A));
        Consumer<Optional<Problem>> first = output.asked();
        loop.post(() -> sessionOutput.use(B));
        output.answer(Optional.empty());
        next();
        first.accept(Optional.of(BUSY));
        loop.post(() -> sessionOutput.setMasterGain(-3));
        assertThat(next()).isEqualTo(new SessionEvent.SettingChanged());
        assertThat(sessionOutput.view().choice()).isEqualTo(B);
        assertThat(sessionOutput.view().problem()).isEmpty();
    }

    @Test
    void aLostDeviceDoesNotUndoAPendingChoice() throws InterruptedException {
        loop.post(() -> sessionOutput.use(A));
        Consumer<Optional<Problem>> answer = output.asked();
        output.listeners.forEach(listener -> listener.accept(BUSY));
        assertThat(next()).isEqualTo(new SessionEvent.ProblemOccurred(BUSY));
        assertThat(next()).isEqualTo(new SessionEvent.OutputChanged("slow", Optional.of(BUSY)));
        answer.accept(Optional.empty());
        next();
        assertThat(sessionOutput.view().choice()).isEqualTo(A);
    }

    private SessionEvent next() throws InterruptedException {
        SessionEvent event = events.poll(10, TimeUnit.SECONDS);
        assertThat(event).isNotNull();
        return event;
    }

    /// An output whose devices open when the test says so.
    private static final class Slow implements AudioOutput {
        private final BlockingQueue<Consumer<Optional<Problem>>> asked =
                new LinkedBlockingQueue<>();
        private final List<Consumer<Problem>> listeners = new ArrayList<>();

        Consumer<Optional<Problem>> asked() throws InterruptedException {
            Consumer<Optional<Problem>> done = asked.poll(10, TimeUnit.SECONDS);
            assertThat(done).isNotNull();
            return done;
        }

        void answer(Optional<Problem> problem) throws InterruptedException {
            asked().accept(problem);
        }

        @Override
        public void use(OutputChoice choice, Consumer<Optional<Problem>> done) {
            asked.add(done);
        }

        @Override
        public void onLost(Consumer<Problem> listener) {
            listeners.add(listener);
        }

        @Override
        public String deviceName() {
            return "slow";
        }

        @Override
        public Problem stalled() {
            return Problem.of(Reason.SOUND_SERVER_STUCK);
        }

        @Override
        public void close() {}
    }
}
