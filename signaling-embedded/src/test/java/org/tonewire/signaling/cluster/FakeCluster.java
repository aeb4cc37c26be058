package org.tonewire.signaling.cluster;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tonewire.signaling.cluster.NodeMessage.Home;
import org.tonewire.signaling.protocol.RoomName;
import org.tonewire.signaling.room.RoomRecord;

/// The store and the bus of a cluster in virtual time. Each command and message takes a while;
/// those of one node keep their order. A node can be cut off, and the store emptied.
final class FakeCluster {
    private record Task(long atNanos, long order, Runnable run) {}

    private record Stored(Home home, Optional<RoomRecord> room) {}

    private final PriorityQueue<Task> tasks =
            new PriorityQueue<>((a, b) ->
                    a.atNanos() == b.atNanos()
                            ? Long.compare(a.order(), b.order())
                            : Long.signum(a.atNanos() - b.atNanos()));
    private final Map<RoomName, Stored> rooms = new HashMap<>();
    private final Map<NodeId, Long> leases = new LinkedHashMap<>();
    private final Map<NodeId, BiConsumer<NodeId, NodeMessage>> nodes = new HashMap<>();
    private final Map<NodeId, Runnable> reconnected = new HashMap<>();
    private final Set<NodeId> cutOff = new HashSet<>();
    private final long latencyNanos;
    private long nowNanos = Long.MAX_VALUE - Duration.ofSeconds(5).toNanos();
    private long order;

    FakeCluster(Duration latency) {
        latencyNanos = latency.toNanos();
    }

    long nowNanos() {
        return nowNanos;
    }

    /// @param again called when the node was cut off, and is so no more
    void add(NodeId node, BiConsumer<NodeId, NodeMessage> receiver, Runnable again) {
        reconnected.put(node, again);
        nodes.put(node, receiver);
        leases.put(node, nowNanos + ClusterStore.LEASE.toNanos());
    }

    /// The node dies: nothing that is under way to it, or an answer for it, arrives.
    void kill(NodeId node) {
        nodes.remove(node);
        reconnected.remove(node);
    }

    void cutOff(NodeId node) {
        cutOff.add(node);
    }

    void reconnect(NodeId node) {
        if (cutOff.remove(node)) {
            at(Duration.ofNanos(latencyNanos), reconnected.getOrDefault(node, () -> {}));
        }
    }

    void empty() {
        rooms.clear();
        leases.clear();
    }

    Optional<NodeId> home(RoomName room) {
        return Optional.ofNullable(rooms.get(room)).map(stored -> stored.home().node());
    }

    void at(Duration after, Runnable task) {
        tasks.add(new Task(nowNanos + after.toNanos(), order++, task));
    }

    void pass(Duration time) {
        long end = nowNanos + time.toNanos();
        while (!tasks.isEmpty() && tasks.peek().atNanos() - end <= 0) {
            Task next = tasks.poll();
            nowNanos = next.atNanos();
            next.run().run();
        }
        nowNanos = end;
    }

    /// Runs a command of a node at the store, and its answer at the node.
    private <T> void command(NodeId by, Supplier<T> command, Consumer<Optional<T>> answer) {
        at(
                Duration.ofNanos(latencyNanos),
                () -> {
                    Optional<T> found =
                            cutOff.contains(by) ? Optional.empty() : Optional.of(command.get());
                    at(
                            Duration.ofNanos(latencyNanos),
                            () -> {
                                if (nodes.containsKey(by)) {
                                    answer.accept(found);
                                }
                            });
                });
    }

    private boolean lives(NodeId node) {
        @Nullable Long until = leases.get(node);
        return until != null && until - nowNanos > 0;
    }

    NodeBus bus(NodeId self) {
        return (to, _, message, delivered) ->
                command(
                        self,
                        () -> {
                            boolean takes = nodes.containsKey(to) && !cutOff.contains(to);
                            if (takes) {
                                at(
                                        Duration.ofNanos(latencyNanos),
                                        () -> receive(to, self, message));
                            }
                            return takes;
                        },
                        answer -> delivered.accept(answer.orElse(false)));
    }

    private void receive(NodeId to, NodeId from, NodeMessage message) {
        BiConsumer<NodeId, NodeMessage> node = nodes.get(to);
        if (node != null) {
            node.accept(from, message);
        }
    }

    ClusterStore store(NodeId self) {
        return new Store(self);
    }

    private final class Store implements ClusterStore {
        private final NodeId self;

        Store(NodeId self) {
            this.self = self;
        }

        @Override
        public void beat(Consumer<Optional<Beat>> answer) {
            command(
                    self,
                    () -> {
                        boolean renewed = lives(self);
                        leases.put(self, nowNanos + LEASE.toNanos());
                        Map<NodeId, Duration> others = new HashMap<>();
                        leases.forEach((node, until) -> {
                            if (!node.equals(self) && lives(node)) {
                                others.put(node, Duration.ofNanos(until - nowNanos));
                            }
                        });
                        return new Beat(renewed, others);
                    },
                    answer);
        }

        @Override
        public void claim(RoomName room, Consumer<Optional<Claim>> answer) {
            FakeCluster.this.<Optional<Claim>>command(
                    self,
                    () -> {
                        if (!lives(self)) {
                            return Optional.empty();
                        }
                        @Nullable Stored now = rooms.get(room);
                        if (now != null
                                && !now.home().node().equals(self)
                                && lives(now.home().node())) {
                            return Optional.of(new Claim(now.home(), Optional.empty()));
                        }
                        boolean mine = now != null && now.home().node().equals(self);
                        long epoch = now == null ? 1 : now.home().epoch() + (mine ? 0 : 1);
                        Stored taken =
                                new Stored(
                                        new Home(self, epoch),
                                        now == null ? Optional.empty() : now.room());
                        rooms.put(room, taken);
                        return Optional.of(new Claim(taken.home(), taken.room()));
                    },
                    found -> answer.accept(found.flatMap(claim -> claim)));
        }

        @Override
        public void write(RoomRecord room, long epoch, Consumer<Optional<Written>> answer) {
            command(
                    self,
                    () -> {
                        @Nullable Stored now = rooms.get(room.name());
                        if (now != null && beats(now.home(), new Home(self, epoch))) {
                            return new Written(now.home(), Optional.empty());
                        }
                        Home mine = new Home(self, epoch);
                        rooms.put(room.name(), new Stored(mine, Optional.of(room)));
                        return new Written(
                                mine,
                                Optional.ofNullable(now)
                                        .map(before -> before.home().node())
                                        .filter(node -> !node.equals(self)));
                    },
                    answer);
        }

        private static boolean beats(Home one, Home other) {
            return !one.node().equals(other.node())
                    && (one.epoch() > other.epoch()
                            || (one.epoch() == other.epoch()
                                    && one.node().number() > other.node().number()));
        }

        @Override
        public void release(RoomName room, long epoch) {
            command(
                    self,
                    () -> {
                        @Nullable Stored now = rooms.get(room);
                        if (now != null && now.home().equals(new Home(self, epoch))) {
                            rooms.remove(room);
                        }
                        return true;
                    },
                    _ -> {});
        }

        @Override
        public void give(RoomName room, long epoch, NodeId to) {
            command(
                    self,
                    () -> {
                        @Nullable Stored now = rooms.get(room);
                        if (now != null && now.home().equals(new Home(self, epoch))) {
                            rooms.put(room, new Stored(new Home(to, epoch + 1), now.room()));
                        }
                        return true;
                    },
                    _ -> {});
        }

        @Override
        public void leave() {
            command(self, () -> leases.remove(self) != null, _ -> {});
        }
    }

    List<RoomName> roomNames() {
        return List.copyOf(rooms.keySet());
    }
}
