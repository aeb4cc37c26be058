package org.tonewire.signaling.server;

import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.Future;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tonewire.signaling.protocol.ParticipantId;
import org.tonewire.signaling.protocol.RoomName;
import org.tonewire.signaling.room.Rooms;
import org.tonewire.signaling.room.event.ConnectionId;
import org.tonewire.signaling.room.event.RoomEffect;
import org.tonewire.signaling.room.event.RoomEvent;
import org.tonewire.signaling.server.http.RoomDirectory;
import org.tonewire.signaling.server.hub.RoomGateway;

/// Owns the rooms: one thread alone touches them (see
/// [org.tonewire.signaling.server.ServerThreads]). It never waits for a socket; what a
/// connection is told is handed over to that connection's own thread.
final class RoomExecutor implements RoomDirectory, RoomGateway {
    private static final Logger LOG = LoggerFactory.getLogger(RoomExecutor.class);

    private final EventExecutor thread;
    private final Map<ConnectionId, ConnectionHandler> connections = new HashMap<>();
    private final Rooms rooms;
    private volatile int count;

    private final Supplier<ConnectionId> newIds;

    RoomExecutor(EventExecutor thread, Rooms rooms, Supplier<ConnectionId> newIds) {
        this.thread = thread;
        this.rooms = rooms;
        this.newIds = newIds;
    }

    @Override
    public ConnectionId newConnection() {
        return newIds.get();
    }

    @Override
    public void listen(ConnectionId connection, Consumer<RoomEffect.ToConnection> handler) {
        attach(connection, (effect, _) -> handler.accept(effect));
    }

    @Override
    public void raise(RoomEvent event) {
        submit(event, System.nanoTime());
    }

    /// From now on `handler` hears what concerns this connection, on the rooms' thread.
    void attach(ConnectionId connection, ConnectionHandler handler) {
        run(() -> connections.put(connection, handler));
    }

    /// Its ear hears no more.
    @Override
    public void detach(ConnectionId connection, RoomEvent departure) {
        run(() -> {
            connections.remove(connection);
            apply(departure, System.nanoTime());
        });
    }

    /// @param sinceNanos when what led to the event came in
    void submit(RoomEvent event, long sinceNanos) {
        run(() -> apply(event, sinceNanos));
    }

    /// Tells, on the rooms' thread, in which room this connection has this id; nothing where it has
    /// not.
    void withRoomOf(ConnectionId connection, ParticipantId id, Consumer<RoomName> answer) {
        run(() -> rooms.roomOf(connection, id).ifPresent(answer));
    }

    <T> Future<T> query(Function<Rooms, T> question) {
        return thread.submit(() -> question.apply(rooms));
    }

    @Override
    public CompletionStage<List<Rooms.Summary>> summaries() {
        CompletableFuture<List<Rooms.Summary>> answer = new CompletableFuture<>();
        try {
            thread.execute(() -> answer.complete(rooms.summaries()));
        } catch (RejectedExecutionException e) {
            answer.completeExceptionally(e);
        }
        return answer;
    }

    /// How many rooms there were a moment ago. Any thread.
    int count() {
        return count;
    }

    private void run(Runnable task) {
        try {
            thread.execute(task);
        } catch (RejectedExecutionException _) {
            LOG.debug("an event came after the end");
        }
    }

    private void apply(RoomEvent event, long sinceNanos) {
        List<RoomEffect> effects = rooms.apply(event, System.nanoTime());
        int now = rooms.count();
        if (now != count) {
            count = now;
        }
        for (RoomEffect effect : effects) {
            switch (effect) {
                case RoomEffect.WakeAt(long nanos) -> wakeAt(nanos);
                case RoomEffect.ToConnection toConnection -> deliver(toConnection, sinceNanos);
            }
        }
    }

    private void deliver(RoomEffect.ToConnection effect, long sinceNanos) {
        ConnectionHandler handler = connections.get(effect.to());
        if (handler != null) {
            handler.handle(effect, sinceNanos);
        }
    }

    private void wakeAt(long nanos) {
        long delayNanos = Math.max(0, nanos - System.nanoTime());
        var _ =
                thread.schedule(
                        () -> apply(new RoomEvent.Tick(), nanos), delayNanos, TimeUnit.NANOSECONDS);
    }

    /// Hears what concerns one connection, on the rooms' thread, and must hand it over at once.
    @FunctionalInterface
    interface ConnectionHandler {
        /// @param sinceNanos when what led to it came in
        void handle(RoomEffect.ToConnection effect, long sinceNanos);
    }
}
