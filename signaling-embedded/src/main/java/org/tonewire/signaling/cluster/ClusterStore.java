package org.tonewire.signaling.cluster;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.tonewire.signaling.cluster.NodeMessage.Home;
import org.tonewire.signaling.protocol.RoomName;
import org.tonewire.signaling.room.RoomRecord;

/// What all servers of a cluster share: who lives, and the home of each room with what is needed to
/// take it over. Owned by the thread of the rooms, on which answers arrive, too. Does not block.
/// Commands of one server take effect in their order, before messages that it publishes later. An
/// empty answer means that the store failed or did not answer in time.
public interface ClusterStore {
    /// How long a server counts as alive after its last beat.
    Duration LEASE = Duration.ofSeconds(3);

    /// Renews the lease of this server.
    void beat(Consumer<Optional<Beat>> answer);

    /// Makes this server the home of the room, unless a server that lives is it. Empty also if the
    /// lease of this server has ended.
    void claim(RoomName room, Consumer<Optional<Claim>> answer);

    /// Stores what is needed to take the room over, for an hour at least, if no other server is its
    /// home by a higher epoch, or by the same and a higher number.
    void write(RoomRecord room, long epoch, Consumer<Optional<Written>> answer);

    /// Gives the room up, if this server is its home by that epoch.
    void release(RoomName room, long epoch);

    /// Makes another server the home of a room of this server, by the next epoch.
    void give(RoomName room, long epoch, NodeId to);

    /// Ends the lease of this server.
    void leave();

    /// @param renewed false if the lease of this server had ended, or the store lost it
    /// @param others the other servers that live, and how long their leases last
    record Beat(boolean renewed, Map<NodeId, Duration> others) {
        public Beat {
            others = Map.copyOf(others);
        }
    }

    /// @param home of the room now
    /// @param displaced another server that was the home until now, and may not know that
    record Written(Home home, Optional<NodeId> displaced) {}

    /// @param home of the room now
    /// @param room what was stored, if this server is the home
    record Claim(Home home, Optional<RoomRecord> room) {}
}
