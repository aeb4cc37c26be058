package org.tonewire.signaling.cluster;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Which other servers of the cluster live. Owned by the thread of the rooms.
final class ClusterWatch {
    private static final Logger LOG = LoggerFactory.getLogger(ClusterWatch.class);
    private static final long HOLD_NANOS = Duration.ofSeconds(2).toNanos();

    private final LongSupplier clock;
    private final Map<NodeId, Long> lastBeats = new LinkedHashMap<>();
    private long holdUntilNanos;
    private boolean answered = true;
    private boolean begun;

    ClusterWatch(LongSupplier clock) {
        this.clock = clock;
        this.holdUntilNanos = clock.getAsLong();
    }

    long nowNanos() {
        return clock.getAsLong();
    }

    /// Whether nobody may take over rooms: the store lost what it knew, and the others write it
    /// again first, or it is not known yet who lives.
    boolean isHolding() {
        return !begun || clock.getAsLong() - holdUntilNanos < 0;
    }

    boolean isAlive(NodeId node) {
        return lastBeats.containsKey(node);
    }

    List<NodeId> alive() {
        return List.copyOf(lastBeats.keySet());
    }

    /// The time of the last beat of a server, of one that was never seen a lease ago.
    long lastBeatNanos(NodeId node) {
        return lastBeats.getOrDefault(node, clock.getAsLong() - ClusterStore.LEASE.toNanos());
    }

    /// A message of a server arrived. If the next beat does not know it, it is gone.
    void heard(NodeId node) {
        lastBeats.putIfAbsent(node, clock.getAsLong());
    }

    /// Takes the answer to a beat.
    ///
    /// @return the servers that are gone since the last one; they count as alive until [#forget]
    List<NodeId> beat(Optional<ClusterStore.Beat> beat) {
        if (beat.isPresent() != answered) {
            answered = beat.isPresent();
            if (answered) {
                LOG.info("Redis answers again");
            } else {
                LOG.warn("Redis does not answer: rooms of other servers cannot be reached");
            }
        }
        if (beat.isEmpty()) {
            return List.of();
        }
        begun = true;
        long now = clock.getAsLong();
        if (!beat.get().renewed()) {
            holdUntilNanos = now + HOLD_NANOS;
            LOG.warn("Redis lost the lease of this server; it is written again");
        }
        Map<NodeId, Duration> others = beat.get().others();
        others.forEach((node, left) ->
                lastBeats.put(node, now - ClusterStore.LEASE.minus(left).toNanos()));
        List<NodeId> gone = new ArrayList<>(lastBeats.keySet());
        gone.removeAll(others.keySet());
        return isHolding() ? List.of() : gone;
    }

    void forget(NodeId node) {
        LOG.info("server {} of the cluster is gone", node);
        lastBeats.remove(node);
    }
}
