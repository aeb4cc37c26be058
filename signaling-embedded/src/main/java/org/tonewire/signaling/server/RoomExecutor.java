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
import java.util.function.LongFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tonewire.signaling.cluster.EffectHandler;
import org.tonewire.signaling.cluster.redis.RedisCluster;
import org.tonewire.signaling.protocol.ParticipantId;
import org.tonewire.signaling.protocol.RoomName;
import org.tonewire.signaling.room.KeptRoom;
import org.tonewire.signaling.room.RoomDoor;
import org.tonewire.signaling.room.Rooms;
import org.tonewire.signaling.room.event.ConnectionId;
import org.tonewire.signaling.room.event.RoomEffect;
import org.tonewire.signaling.room.event.RoomEvent;
import org.tonewire.signaling.server.http.RoomDirectory;
import org.tonewire.signaling.server.hub.RoomGateway;
import org.tonewire.signaling.server.log.ServerLog;

/// Owns the rooms: only one thread accesses them, see [ServerThreads]. It never waits for a socket;
/// effects are handed over to the thread of the connection. Methods are thread-safe.
final class RoomExecutor implements RoomDirectory, RoomGateway {
    private static final Logger LOG = LoggerFactory.getLogger(RoomExecutor.class);

    private final EventExecutor thread;
    private final Map<ConnectionId, ConnectionHandler> connections = new HashMap<>();
    private final Rooms rooms;
    private RoomDoor door;
    private final Supplier<ConnectionId> newIds;
    private final ServerLog log;
    private volatile @Nullable RedisCluster cluster;
    private volatile int count;
    private volatile int kept;
    private volatile Runnable onKeptChanged = () -> {};
    private long keptVersion;

    RoomExecutor(EventExecutor thread, Rooms rooms, Supplier<ConnectionId> newIds, ServerLog log) {
        this.thread = thread;
        this.rooms = rooms;
        this.door = rooms;
        this.newIds = newIds;
        this.log = log;
    }

    @Override
    public ConnectionId newConnection() {
        return newIds.get();
    }

    @Override
    public void raise(RoomEvent event) {
        submit(event, System.nanoTime());
    }

    @Override
    public void attach(ConnectionId connection, Consumer<RoomEffect.ToConnection> handler) {
        attach(connection, (effect, _) -> handler.accept(effect));
    }

    /// Registers the handler of a connection. It is called on the thread of the rooms.
    void attach(ConnectionId connection, ConnectionHandler handler) {
        run(() -> connections.put(connection, handler));
    }

    /// Removes the handler of the connection, then applies the event.
    @Override
    public void detach(ConnectionId connection, RoomEvent departure) {
        run(() -> {
            connections.remove(connection);
            apply(departure, System.nanoTime());
        });
    }

    /// Applies an event.
    ///
    /// @param sinceNanos when the message that caused the event arrived, by `System.nanoTime`
    void submit(RoomEvent event, long sinceNanos) {
        run(() -> apply(event, sinceNanos));
    }

    /// Passes the room in which this connection has this id to `action`, on the thread of the
    /// rooms. Does nothing if there is none.
    void withRoomOf(ConnectionId connection, ParticipantId id, Consumer<RoomName> action) {
        run(() -> door.roomOf(connection, id).ifPresent(action));
    }

    /// Reads from the rooms on their thread.
    <T> Future<T> query(Function<Rooms, T> question) {
        return thread.submit(() -> question.apply(rooms));
    }

    @Override
    public CompletionStage<List<Rooms.Summary>> summaries() {
        @Nullable RedisCluster shared = cluster;
        return shared == null ? ownSummaries() : shared.summaries(rooms::summaries);
    }

    private CompletionStage<List<Rooms.Summary>> ownSummaries() {
        CompletableFuture<List<Rooms.Summary>> answer = new CompletableFuture<>();
        try {
            thread.execute(() -> answer.complete(rooms.summaries()));
        } catch (RejectedExecutionException e) {
            answer.completeExceptionally(e);
        }
        return answer;
    }

    /// The number of rooms, slightly delayed.
    int count() {
        return count;
    }

    /// The number of rooms that stay without members, slightly delayed.
    int kept() {
        return kept;
    }

    /// Has rooms again that were kept when the server ended, before anybody enters.
    ///
    /// @param load reads them; the time is that of the clock of the rooms
    /// @param changed called on the thread of the rooms when others are kept from now on
    void restore(LongFunction<List<KeptRoom>> load, Runnable changed) {
        long nowNanos = System.nanoTime();
        List<KeptRoom> before = load.apply(nowNanos);
        run(() -> {
            List<RoomEffect> effects = rooms.restore(before, nowNanos);
            perform(effects, nowNanos);
            onKeptChanged = changed;
        });
    }

    /// Shares the rooms with other servers from now on. Called before anything happens.
    void join(RedisCluster joined) {
        RoomDoor shared = joined.begin(rooms, thread, new Shared());
        run(() -> door = shared);
        cluster = joined;
    }

    @SuppressWarnings("ReferenceEquality")
    private boolean isAlone() {
        return door == rooms;
    }

    private void run(Runnable task) {
        try {
            thread.execute(task);
        } catch (RejectedExecutionException _) {
            LOG.debug("an event came after the end");
        }
    }

    private void apply(RoomEvent event, long sinceNanos) {
        List<RoomEffect> effects = door.apply(event, System.nanoTime());
        if (isAlone()) {
            log.applied(event, effects, rooms.changes());
        }
        perform(effects, sinceNanos);
    }

    private void perform(List<RoomEffect> effects, long sinceNanos) {
        int now = rooms.count();
        if (now != count) {
            count = now;
        }
        if (rooms.keptVersion() != keptVersion) {
            keptVersion = rooms.keptVersion();
            kept = rooms.keptCount();
            onKeptChanged.run();
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

    /// What comes of the other servers of a cluster.
    private final class Shared implements EffectHandler {
        @Override
        public void perform(List<RoomEffect> effects) {
            RoomExecutor.this.perform(effects, System.nanoTime());
        }

        @Override
        public void applied(RoomEvent event, List<RoomEffect> effects) {
            log.applied(event, effects, rooms.changes());
        }
    }

    /// Receives the effects for one connection, on the thread of the rooms. Must hand them over and
    /// return.
    @FunctionalInterface
    interface ConnectionHandler {
        /// @param sinceNanos when the message that caused the effect arrived, by `System.nanoTime`
        void handle(RoomEffect.ToConnection effect, long sinceNanos);
    }
}
