package org.tonewire.signaling.cluster.redis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tonewire.signaling.cluster.ClusterStats;
import org.tonewire.signaling.cluster.ClusterStore;
import org.tonewire.signaling.cluster.NodeBus;
import org.tonewire.signaling.cluster.NodeId;
import org.tonewire.signaling.cluster.NodeMessage;
import org.tonewire.signaling.cluster.redis.NodeMessageCodec.Received;

/// Messages between servers over channels of Redis. What is not of a server with a lease, is not
/// understood, comes a second time, or is too much, is dropped and counted. Owned by the thread of
/// the rooms, but for [#arrived].
final class RedisBus implements NodeBus {
    private static final int MAX_ARRIVING = 8192;
    private static final int MAX_UNKNOWN = 256;
    private static final int BEATS_TO_HOLD = 3;

    private final RedisLink link;
    private final RedisKeys keys;
    private final NodeId self;
    private final NodeMessageCodec codec;
    private final ClusterStats stats;
    private final Executor thread;
    private final AtomicInteger arriving = new AtomicInteger();
    private final Set<NodeId> known = new HashSet<>();
    private final Map<NodeId, List<Received>> unknown = new HashMap<>();
    private final Map<NodeId, SeenNumbers> seen = new HashMap<>();
    private int beatsToHold;
    private BiConsumer<NodeId, NodeMessage> receiver = (_, _) -> {};
    private BiConsumer<NodeId, Consumer<Optional<Boolean>>> lives = (_, _) -> {};

    RedisBus(Parts parts, NodeId self, ClusterStats stats, Executor thread) {
        this.link = parts.link();
        this.keys = parts.keys();
        this.codec = parts.codec();
        this.self = self;
        this.stats = stats;
        this.thread = thread;
    }

    /// What the store and the bus share.
    record Parts(RedisLink link, RedisKeys keys, NodeMessageCodec codec) {}

    /// Begins to receive. Blocks for a moment.
    ///
    /// @param alive asks whether a server lives
    /// @param again called after messages may have been missed
    void begin(
            BiConsumer<NodeId, NodeMessage> messages,
            BiConsumer<NodeId, Consumer<Optional<Boolean>>> alive,
            Runnable again) {
        receiver = messages;
        lives = alive;
        link.listen(keys.channel(self), this::arrived, () -> RoomsThread.execute(thread, again));
    }

    @Override
    public void publish(NodeId to, long number, NodeMessage message, Consumer<Boolean> delivered) {
        String text = codec.encode(self, number, message);
        if (text.length() > NodeMessageCodec.MAX_CHARACTERS) {
            stats.dropped();
            delivered.accept(true);
            return;
        }
        link.publish(
                keys.channel(to),
                text,
                count ->
                        RoomsThread.execute(
                                thread,
                                () ->
                                        delivered.accept(
                                                count.filter(each -> each > 0).isPresent())));
    }

    /// Takes which servers live. While the store was emptied, nobody is forgotten.
    void learn(ClusterStore.Beat beat) {
        Set<NodeId> nodes = beat.others().keySet();
        known.addAll(nodes);
        beatsToHold = beat.renewed() ? Math.max(0, beatsToHold - 1) : BEATS_TO_HOLD;
        if (beatsToHold > 0) {
            return;
        }
        known.retainAll(nodes);
        seen.keySet().removeIf(node -> !nodes.contains(node) && !unknown.containsKey(node));
    }

    /// Any thread.
    private void arrived(String text) {
        Optional<Received> message = codec.decode(text);
        if (message.isEmpty() || arriving.incrementAndGet() > MAX_ARRIVING) {
            message.ifPresent(_ -> arriving.decrementAndGet());
            stats.dropped();
            return;
        }
        RoomsThread.execute(
                thread,
                () -> {
                    arriving.decrementAndGet();
                    take(message.get());
                });
    }

    private void take(Received message) {
        NodeId from = message.from();
        @Nullable List<Received> waiting = unknown.get(from);
        if (waiting != null) {
            if (waiting.size() < MAX_UNKNOWN) {
                waiting.add(message);
            } else {
                stats.dropped();
            }
        } else if (known.contains(from)) {
            receive(message);
        } else if (unknown.size() < MAX_UNKNOWN) {
            unknown.put(from, new ArrayList<>(List.of(message)));
            lives.accept(from, answer -> decide(from, answer));
        } else {
            stats.dropped();
        }
    }

    private void decide(NodeId from, Optional<Boolean> lives) {
        List<Received> waiting = unknown.remove(from);
        if (waiting == null) {
            return;
        }
        if (lives.orElse(false)) {
            known.add(from);
            waiting.forEach(this::receive);
        } else {
            waiting.forEach(_ -> stats.dropped());
        }
    }

    private void receive(Received message) {
        if (seen.computeIfAbsent(message.from(), _ -> new SeenNumbers()).add(message.number())) {
            receiver.accept(message.from(), message.message());
        } else {
            stats.dropped();
        }
    }
}
