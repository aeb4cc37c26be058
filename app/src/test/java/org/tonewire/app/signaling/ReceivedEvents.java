package org.tonewire.app.signaling;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.tonewire.app.core.signaling.SignalingEvent;
import org.tonewire.app.core.signaling.SignalingListener;
import org.tonewire.signaling.protocol.ServerMessage;

/// Stores a channel's events until a test takes them.
final class ReceivedEvents implements SignalingListener {
    private static final int LIMIT_SECONDS = 60;

    private final LinkedBlockingQueue<SignalingEvent> events = new LinkedBlockingQueue<>();

    private volatile boolean busy;

    @Override
    public void onEvent(SignalingEvent event) {
        events.add(event);
    }

    /// As if very many events waited, or as if none did.
    void isBusy(boolean now) {
        busy = now;
    }

    @Override
    public int waiting() {
        return busy ? Integer.MAX_VALUE : 0;
    }

    <E extends SignalingEvent> E next(Class<E> type) {
        SignalingEvent event = next();
        if (!type.isInstance(event)) {
            throw new AssertionError("not " + type.getSimpleName() + " but " + event);
        }
        return type.cast(event);
    }

    ServerMessage.Joined joined() {
        return next(SignalingEvent.Joined.class).joined();
    }

    ServerMessage received() {
        return next(SignalingEvent.Received.class).message();
    }

    /// The next time that the channel is in the room; events before are skipped.
    ServerMessage.Joined joinedAgain() {
        List<SignalingEvent> skipped = new ArrayList<>();
        while (skipped.size() < 20) {
            SignalingEvent event = next();
            if (event instanceof SignalingEvent.Joined(ServerMessage.Joined joined)) {
                return joined;
            }
            skipped.add(event);
        }
        throw new AssertionError("not joined again, but " + skipped);
    }

    /// Whether an event that the channel is in the room waits to be taken.
    boolean isInRoom() {
        return events.stream().anyMatch(SignalingEvent.Joined.class::isInstance);
    }

    boolean isSilent() {
        return events.isEmpty();
    }

    /// Waits a moment between two checks.
    static void pause() {
        LockSupport.parkNanos(50_000_000);
    }

    private SignalingEvent next() {
        try {
            @Nullable SignalingEvent event = events.poll(LIMIT_SECONDS, TimeUnit.SECONDS);
            if (event == null) {
                throw new AssertionError("no event from the channel in " + LIMIT_SECONDS + " s");
            }
            return event;
        } catch (InterruptedException e) {
            throw new AssertionError("interrupted", e);
        }
    }
}
