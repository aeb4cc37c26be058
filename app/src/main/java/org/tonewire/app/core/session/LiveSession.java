package org.tonewire.app.core.session;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tonewire.app.core.device.OutputChoice;
import org.tonewire.app.core.loop.SessionLoop;
import org.tonewire.app.core.record.RecorderOpener;
import org.tonewire.app.core.room.RoomSession;
import org.tonewire.app.core.room.SessionCommand;
import org.tonewire.app.core.room.SessionEvent;
import org.tonewire.app.core.room.SessionSnapshot;

/// A session on its own thread: the entry to it. The [SessionController] does the work.
public final class LiveSession implements RoomSession {
    private static final Logger log = LoggerFactory.getLogger(LiveSession.class);
    private static final Duration LEAVE_TIMEOUT = Duration.ofSeconds(3);

    private final SessionLoop loop;
    private final List<Consumer<SessionEvent>> listeners = new CopyOnWriteArrayList<>();
    private final SendGate gate = new SendGate();
    private final SessionController controller;
    private volatile SessionSnapshot snapshot;
    private volatile boolean timedOut;

    LiveSession(
            SessionLoop loop,
            SessionNetwork network,
            LocalAudio audio,
            RecorderOpener recorders,
            OutputChoice output) {
        this.loop = loop;
        controller = new SessionController(loop, network, audio, recorders, gate, this::emit);
        controller.choose(output);
        snapshot = controller.view();
    }

    /// Begins to join; returns at once. Called once.
    ///
    /// @param listener receives every event from the first one on
    void begin(Consumer<SessionEvent> listener) {
        listeners.add(listener);
        loop.post(controller::begin);
    }

    @Override
    public void submit(SessionCommand command) {
        gate.apply(command);
        loop.post(() -> controller.perform(command));
    }

    /// The state that the session thread stored last, with mutes and gains as they are at this
    /// moment.
    @Override
    public SessionSnapshot snapshot() {
        return gate.refresh(snapshot);
    }

    @Override
    public Runnable onEvent(Consumer<SessionEvent> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    @Override
    public void beginLeaving() {
        controller.endSound();
        loop.postFirst(controller::leave);
    }

    @Override
    public void leave() {
        beginLeaving();
        if (!timedOut && !loop.await(LEAVE_TIMEOUT)) {
            timedOut = true;
            log.warn("the session did not end within {}", LEAVE_TIMEOUT);
            controller.finishRecording();
        }
    }

    private void emit(SessionEvent event) {
        if (!(event instanceof SessionEvent.StatsCollected)) {
            snapshot = controller.view();
        }
        for (Consumer<SessionEvent> listener : listeners) {
            try {
                listener.accept(event);
            } catch (RuntimeException e) {
                log.error("a listener of the session failed", e);
            }
        }
    }
}
