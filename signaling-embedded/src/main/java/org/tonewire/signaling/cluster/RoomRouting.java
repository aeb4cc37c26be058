package org.tonewire.signaling.cluster;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tonewire.signaling.cluster.NodeMessage.Forward;
import org.tonewire.signaling.cluster.NodeMessage.Home;
import org.tonewire.signaling.cluster.NodeMessage.Moved;
import org.tonewire.signaling.protocol.RefusalReason;
import org.tonewire.signaling.protocol.RoomName;
import org.tonewire.signaling.room.RoomRecord;
import org.tonewire.signaling.room.Rooms;
import org.tonewire.signaling.room.event.RoomEffect;
import org.tonewire.signaling.room.event.RoomEvent;

/// Finds the home of each room, and brings messages about the room there. What cannot be delivered
/// waits, in its order, until the home is known and reachable. Owned by the thread of the rooms.
final class RoomRouting {
    private static final int MAX_HOPS = 4;

    private final NodeId self;
    private final ClusterStore store;
    private final ClusterOutput out;
    private final ClusterWatch watch;
    private final HomeRooms homes;

    RoomRouting(Rooms rooms, ClusterStore store, ClusterOutput out, ClusterWatch watch) {
        this.self = out.self();
        this.store = store;
        this.out = out;
        this.watch = watch;
        this.homes =
                new HomeRooms(
                        self,
                        rooms,
                        store,
                        out,
                        watch,
                        (room, winner) -> {
                            lost(room, winner);
                            out.deliver();
                        });
    }

    HomeRooms homes() {
        return homes;
    }

    void changed(ClusterRoom room) {
        homes.changed(room);
        forgetIfUnused(room);
    }

    /// Handles a message about a room: here, at its home, or when its home is known.
    void handle(ClusterRoom room, NodeMessage message, NodeId from, long place) {
        @Nullable Home home = room.home();
        boolean isHere = room.isHere(self);
        if (home == null || (room.hasWaiting() && !isHere)) {
            hold(room, message, from, place);
            if (home == null) {
                claim(room);
            }
        } else if (isHere) {
            switch (message) {
                case Forward(_, RoomEvent event, _) -> homes.apply(room, event, from);
                case NodeMessage.Present present -> homes.present(room, present, from);
                case NodeMessage.Effects _, Moved _, NodeMessage.Roster _ -> {}
            }
            if (!from.equals(self) && !watch.isAlive(from)) {
                homes.gone(room, from);
            }
            forgetIfUnused(room);
        } else if (from.equals(self)) {
            publish(room, home, message, place);
        } else {
            passOn(home, message, from);
        }
    }

    private void publish(ClusterRoom room, Home home, NodeMessage message, long place) {
        out.publish(
                home.node(),
                place,
                message,
                delivered -> {
                    if (!delivered) {
                        hold(out.connections().room(room.name()), message, self, place);
                    }
                });
    }

    /// The sender took this server for the home.
    private void passOn(Home home, NodeMessage message, NodeId from) {
        switch (message) {
            case Forward(RoomName name, RoomEvent event, int hops) -> {
                if (hops < MAX_HOPS) {
                    out.tell(home.node(), new Forward(name, event, hops + 1));
                } else {
                    out.stats().dropped();
                }
                out.tell(from, new Moved(name, home));
            }
            case NodeMessage.Present present -> out.tell(from, new Moved(present.name(), home));
            case NodeMessage.Effects _, Moved _, NodeMessage.Roster _ -> {}
        }
    }

    private void hold(ClusterRoom room, NodeMessage message, NodeId from, long place) {
        ClusterRoom.Waiting held = new ClusterRoom.Waiting(message, from, watch.nowNanos());
        if (!room.wait(place, held)) {
            drop(held);
        }
    }

    /// Drops what waited for too long.
    void expire(ClusterRoom room, long beforeNanos) {
        room.takeExpired(beforeNanos).forEach(this::drop);
    }

    /// Who asked for an answer is told to come back later.
    private void drop(ClusterRoom.Waiting held) {
        out.stats().dropped();
        if (held.from().equals(self)
                && held.message() instanceof Forward(_, RoomEvent event, _)
                && ClusterEvents.isRequest(event)) {
            ClusterEvents.connection(event)
                    .ifPresent(by ->
                            out.add(
                                    List.of(
                                            new RoomEffect.Refuse(
                                                    by, RefusalReason.SERVER_CLOSING))));
        }
    }

    void claim(ClusterRoom room) {
        if (room.isClaiming() || watch.isHolding()) {
            return;
        }
        room.claiming(true);
        store.claim(
                room.name(),
                claim -> {
                    room.claiming(false);
                    claim.ifPresent(found -> claimed(room, found));
                    out.deliver();
                });
    }

    private void claimed(ClusterRoom room, ClusterStore.Claim claim) {
        if (claim.home().node().equals(self)) {
            homes.takeOver(room, claim);
        } else {
            moved(room, claim.home());
        }
        handleWaiting(room);
        homes.settle(room);
        changed(room);
    }

    void handleWaiting(ClusterRoom room) {
        room.takeWaiting()
                .forEach((place, each) -> handle(room, each.message(), each.from(), place));
    }

    /// Another server is the home of a room that was here.
    void lost(ClusterRoom room, Home winner) {
        Set<NodeId> others = homes.others(room);
        sendPresent(room, homes.drop(room, winner));
        others.forEach(node -> out.tell(node, new Moved(room.name(), winner)));
    }

    void sendPresent(ClusterRoom room, Optional<RoomRecord> record) {
        if (!room.local().isEmpty() || record.isPresent()) {
            tellPresent(room, record);
        }
    }

    void tellPresent(ClusterRoom room, Optional<RoomRecord> record) {
        @Nullable Home home = room.home();
        if (home != null) {
            NodeMessage present =
                    new NodeMessage.Present(
                            room.name(),
                            record,
                            out.members().in(room.name()),
                            room.local().keySet(),
                            List.copyOf(room.listeners().values()));
            publish(room, home, present, out.nextNumber());
        }
    }

    /// Whether the sender knows who is the home: it is, or it was taken for it.
    static boolean isAuthority(ClusterRoom room, NodeId from, Home home) {
        @Nullable Home before = room.home();
        return (before != null && before.node().equals(from))
                || (from.equals(home.node()) && home.epoch() >= room.epoch());
    }

    void moved(ClusterRoom room, Home home) {
        boolean isNewer = home.epoch() > room.epoch();
        if (room.isHere(self)) {
            if (beats(home, room) && !home.node().equals(self)) {
                lost(room, home);
            }
        } else if (home.node().equals(self)) {
            room.home(null);
            claim(room);
        } else if (room.home() == null || isNewer) {
            boolean hadHome = room.epoch() > 0;
            room.home(home);
            if (hadHome) {
                sendPresent(room, Optional.empty());
            }
        }
    }

    /// Whether this home wins over the server here, if both took the room.
    private boolean beats(Home home, ClusterRoom room) {
        return home.epoch() > room.epoch()
                || (home.epoch() == room.epoch() && home.node().number() > self.number());
    }

    void forgetIfUnused(ClusterRoom room) {
        if (room.local().isEmpty()
                && !room.isHere(self)
                && !room.hasWaiting()
                && !room.isClaiming()) {
            out.connections().forget(room);
        }
    }
}
