package org.tonewire.signaling.cluster.redis;

import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.RedisException;
import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tonewire.signaling.cluster.ClusterRooms;
import org.tonewire.signaling.cluster.ClusterStats;
import org.tonewire.signaling.cluster.EffectHandler;
import org.tonewire.signaling.room.Rooms;
import org.tonewire.signaling.room.event.ConnectionId;

/// This server in a cluster on Redis. Opened before the server listens; then [#begin], [#handOver]
/// before the sockets close, [#leave] after them, and [#close] after the thread of the rooms.
/// Thread-safe.
public final class RedisCluster implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RedisCluster.class);
    private static final int MIN_VERSION = 7;
    private static final long BEAT_MILLIS = 1000;
    private static final long FINISH_MILLIS = 1000;

    private final RedisLink link;
    private final RedisKeys keys;
    private final RedisMember self;
    private final AtomicLong connections = new AtomicLong();
    private final ClusterStats stats = new ClusterStats(System.nanoTime());
    private volatile @Nullable Running running;

    private record Running(
            ClusterRooms rooms,
            RedisStore store,
            ScheduledExecutorService thread,
            Future<?> beats) {}

    private RedisCluster(RedisLink link, RedisKeys keys, RedisMember self) {
        this.link = link;
        this.keys = keys;
        this.self = self;
    }

    /// The result of opening.
    public sealed interface Opening {
        /// The server is a member of the cluster, as long as its rooms begin within 3 s.
        record Opened(RedisCluster cluster) implements Opening {}

        /// It is not.
        ///
        /// @param subject the address without the password, the version, or the id
        record Failed(Fault fault, String subject) implements Opening {}
    }

    /// Why a server does not take part.
    public enum Fault {
        UNREACHABLE,
        REFUSED,
        TOO_OLD,
        ID_TAKEN
    }

    /// Connects, and begins the lease. Blocks for some seconds at most.
    public static Opening open(RedisConfig config) {
        RedisLink link;
        try {
            link = new RedisLink(config.uri());
        } catch (RedisException e) {
            LOG.info("Redis at {} cannot be used: {}", config.place(), String.valueOf(e));
            return new Opening.Failed(fault(e), config.place());
        }
        try {
            String version = version(link.blocking().info("server"));
            if (Integer.parseInt(version.replaceFirst("\\..*", "")) < MIN_VERSION) {
                link.close();
                return new Opening.Failed(Fault.TOO_OLD, version);
            }
            RedisKeys keys = new RedisKeys(config.prefix(), config.uri().getDatabase());
            RedisMember self = RedisMember.random(new SecureRandom(), config);
            if (!RedisMember.begin(link, keys, self)) {
                link.close();
                return new Opening.Failed(Fault.ID_TAKEN, self.id());
            }
            LOG.info("member {} ({}) of the cluster at Redis", self.id(), self.node());
            return new Opening.Opened(new RedisCluster(link, keys, self));
        } catch (RedisException e) {
            link.close();
            LOG.info("Redis at {} cannot be used: {}", config.place(), String.valueOf(e));
            return new Opening.Failed(fault(e), config.place());
        }
    }

    private static String version(String info) {
        return info.lines()
                .filter(line -> line.startsWith("redis_version:"))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .filter(version -> version.matches("\\d{1,3}(\\..*)?"))
                .findFirst()
                .orElse("0");
    }

    private static Fault fault(RedisException problem) {
        for (Throwable cause = problem; cause != null; cause = cause.getCause()) {
            if (cause instanceof RedisCommandExecutionException) {
                String text = String.valueOf(cause.getMessage()).toUpperCase(Locale.ROOT);
                if (text.startsWith("WRONGPASS")
                        || text.startsWith("NOAUTH")
                        || text.startsWith("NOPERM")
                        || text.contains("AUTH")) {
                    return Fault.REFUSED;
                }
            }
        }
        return Fault.UNREACHABLE;
    }

    public ConnectionId nextConnection() {
        return self.node().connection(connections.incrementAndGet());
    }

    public ClusterStats stats() {
        return stats;
    }

    /// Shares these rooms with the other servers. Called before anything happens to them; blocks
    /// for a moment.
    ///
    /// @param thread that of the rooms
    /// @return where events go from now on, on that thread
    public ClusterRooms begin(Rooms own, ScheduledExecutorService thread, EffectHandler handler) {
        NodeMessageCodec codec = new NodeMessageCodec(WireClock.system());
        RedisStore store = new RedisStore(link, keys, self, codec, thread);
        RedisBus bus =
                new RedisBus(new RedisBus.Parts(link, keys, codec), self.node(), stats, thread);
        ClusterRooms rooms =
                new ClusterRooms(
                        new ClusterRooms.Node(self.node(), store, bus, stats, System::nanoTime),
                        own,
                        handler);
        store.onBeat(bus::learn);
        bus.begin(rooms::received, store::lives, rooms::reconnected);
        Future<?> beats =
                thread.scheduleAtFixedRate(
                        () -> beat(rooms), 0, BEAT_MILLIS, TimeUnit.MILLISECONDS);
        running = new Running(rooms, store, thread, beats);
        return rooms;
    }

    /// The rooms of all servers. Completes on the thread of the rooms.
    ///
    /// @param own what is taken if Redis does not answer
    public CompletionStage<List<Rooms.Summary>> summaries(Supplier<List<Rooms.Summary>> own) {
        CompletableFuture<List<Rooms.Summary>> answer = new CompletableFuture<>();
        @Nullable Running now = running;
        if (now == null) {
            answer.complete(List.of());
        } else {
            now.store().list(found -> answer.complete(found.orElseGet(own)));
        }
        return answer;
    }

    /// An exception would end the beats.
    private static void beat(ClusterRooms rooms) {
        try {
            rooms.beat();
        } catch (RuntimeException e) {
            LOG.error("a beat failed", e);
        }
    }

    /// Gives the rooms to other servers. Blocks for a second at most.
    public void handOver() {
        @Nullable Running now = running;
        if (now != null) {
            finish(now, now.rooms()::handOver);
        }
    }

    /// Ends the lease. Blocks for some seconds at most.
    public void leave() {
        @Nullable Running now = running;
        if (now != null) {
            finish(
                    now,
                    () -> {
                        now.beats().cancel(false);
                        now.store().leave();
                    });
        }
    }

    /// Runs a task on the thread of the rooms, and waits until Redis has what it sent.
    private void finish(Running now, Runnable task) {
        try {
            now.thread().submit(task).get(FINISH_MILLIS, TimeUnit.MILLISECONDS);
            var _ = link.blocking().ping();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException | RejectedExecutionException e) {
            LOG.warn("the end of this server could not be told to the others: {}", e.toString());
        } catch (RedisException e) {
            LOG.info("Redis does not answer at the end: {}", e.toString());
        }
    }

    @Override
    public void close() {
        link.close();
    }
}
