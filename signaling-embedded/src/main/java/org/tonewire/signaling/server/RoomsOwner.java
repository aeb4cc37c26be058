package org.tonewire.signaling.server;

import io.netty.util.concurrent.DefaultEventExecutor;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.netty.util.concurrent.Future;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tonewire.signaling.room.Rooms;
import org.tonewire.signaling.room.event.ConnectionId;
import org.tonewire.signaling.room.event.RoomEffect;
import org.tonewire.signaling.room.event.RoomEvent;

/// Owns the rooms: the thread `tonewire-rooms` alone touches them. It never waits for a socket;
/// what a connection is told is handed over to that connection's own thread.
final class RoomsOwner {
    private static final Logger LOG = LoggerFactory.getLogger(RoomsOwner.class);

    private final DefaultEventExecutor thread =
            new DefaultEventExecutor(new DefaultThreadFactory("tonewire-rooms", true));
    private final Map<ConnectionId, Consumer<RoomEffect.Told>> connections = new HashMap<>();
    private final Rooms rooms;

    RoomsOwner(Rooms rooms) {
        this.rooms = rooms;
    }

    /// From now on `ear` hears what concerns this connection, on the rooms' thread.
    void attach(ConnectionId connection, Consumer<RoomEffect.Told> ear) {
        run(() -> connections.put(connection, ear));
    }

    /// The connection is gone in the way that `departure` says; its ear hears no more.
    void detach(ConnectionId connection, RoomEvent departure) {
        run(() -> {
            connections.remove(connection);
            apply(departure);
        });
    }

    void submit(RoomEvent event) {
        run(() -> apply(event));
    }

    <T> Future<T> ask(Function<Rooms, T> question) {
        return thread.submit(() -> question.apply(rooms));
    }

    Future<?> close() {
        return thread.shutdownGracefully(0, 1, TimeUnit.SECONDS);
    }

    private void run(Runnable task) {
        try {
            thread.execute(task);
        } catch (RejectedExecutionException _) {
            LOG.debug("an event came after the end");
        }
    }

    private void apply(RoomEvent event) {
        List<RoomEffect> effects = rooms.apply(event, System.nanoTime());
        for (RoomEffect effect : effects) {
            switch (effect) {
                case RoomEffect.WakeAt(long nanos) -> wakeAt(nanos);
                case RoomEffect.Told told -> tell(told);
            }
        }
    }

    private void tell(RoomEffect.Told told) {
        Consumer<RoomEffect.Told> ear = connections.get(told.to());
        if (ear != null) {
            ear.accept(told);
        }
    }

    private void wakeAt(long nanos) {
        long delayNanos = Math.max(0, nanos - System.nanoTime());
        var _ =
                thread.schedule(
                        () -> apply(new RoomEvent.Tick()), delayNanos, TimeUnit.NANOSECONDS);
    }
}
