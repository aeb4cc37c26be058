package org.tonewire.signaling.cluster;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tonewire.signaling.cluster.NodeMessage.Home;
import org.tonewire.signaling.protocol.ParticipantId;
import org.tonewire.signaling.protocol.RoomName;
import org.tonewire.signaling.room.RoomRecord;
import org.tonewire.signaling.room.event.ConnectionId;
import org.tonewire.signaling.room.event.RoomEvent;

/// What a server knows of one room of the cluster. Owned by the thread of the rooms.
final class ClusterRoom {
    /// More than a call of a few participants causes in the seconds until a home is found.
    private static final int MAX_WAITING = 256;

    /// A message that waits until the home is known and reachable.
    record Waiting(NodeMessage message, NodeId from, long sinceNanos) {}

    private final RoomName name;
    private final Map<ConnectionId, Set<ParticipantId>> local = new LinkedHashMap<>();
    private final Map<ConnectionId, RoomEvent.Listen> listeners = new LinkedHashMap<>();
    private final Set<ConnectionId> remote = new LinkedHashSet<>();
    private final TreeMap<Long, Waiting> waiting = new TreeMap<>();
    private @Nullable Home home;
    private @Nullable RoomRecord written;
    private long writtenNanos;
    private long epoch;
    private boolean claiming;

    ClusterRoom(RoomName name) {
        this.name = name;
    }

    RoomName name() {
        return name;
    }

    /// Null while it is not known.
    @Nullable Home home() {
        return home;
    }

    void home(@Nullable Home found) {
        home = found;
        if (found != null) {
            epoch = found.epoch();
        }
    }

    /// The epoch of the last known home; 0 if there was none.
    long epoch() {
        return epoch;
    }

    boolean isHere(NodeId self) {
        return home != null && home.node().equals(self);
    }

    boolean isClaiming() {
        return claiming;
    }

    void claiming(boolean now) {
        claiming = now;
    }

    /// What the store has; null if that is not known.
    @Nullable RoomRecord written() {
        return written;
    }

    /// When it was written.
    long writtenNanos() {
        return writtenNanos;
    }

    void written(RoomRecord record, long nowNanos) {
        written = record;
        writtenNanos = nowNanos;
    }

    /// It is not known what the store has.
    void unwritten() {
        written = null;
    }

    /// The connections of this server that entered or listen, with their ids as far as known.
    Map<ConnectionId, Set<ParticipantId>> local() {
        return local;
    }

    Map<ConnectionId, RoomEvent.Listen> listeners() {
        return listeners;
    }

    /// At the home: connections of other servers that were heard of.
    Set<ConnectionId> remote() {
        return remote;
    }

    boolean hasWaiting() {
        return !waiting.isEmpty();
    }

    /// @return false if too many wait
    boolean wait(long order, Waiting message) {
        if (waiting.size() >= MAX_WAITING) {
            return false;
        }
        waiting.put(order, message);
        return true;
    }

    Map<Long, Waiting> takeWaiting() {
        Map<Long, Waiting> taken = new LinkedHashMap<>(waiting);
        waiting.clear();
        return taken;
    }

    /// Removes and returns those that wait since before that time.
    List<Waiting> takeExpired(long beforeNanos) {
        List<Waiting> expired =
                waiting.values().stream()
                        .filter(each -> each.sinceNanos() - beforeNanos < 0)
                        .toList();
        waiting.values().removeAll(expired);
        return expired;
    }
}
