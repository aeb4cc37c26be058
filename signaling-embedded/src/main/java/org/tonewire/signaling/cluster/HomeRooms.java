package org.tonewire.signaling.cluster;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.tonewire.signaling.cluster.NodeMessage.Home;
import org.tonewire.signaling.protocol.ParticipantId;
import org.tonewire.signaling.protocol.RoomName;
import org.tonewire.signaling.room.RoomRecord;
import org.tonewire.signaling.room.Rooms;
import org.tonewire.signaling.room.event.ConnectionId;
import org.tonewire.signaling.room.event.Participant;
import org.tonewire.signaling.room.event.RoomEffect;
import org.tonewire.signaling.room.event.RoomEvent;

/// The rooms whose home this server is: [Rooms] decides about them, and the store has what another
/// server needs to take them over. Owned by the thread of the rooms.
final class HomeRooms {
    /// How long after the last beat of a dead server its participants can resume elsewhere, if the
    /// grace time is not shorter.
    static final Duration DEAD_GRACE = Duration.ofMillis(4500);

    /// A store may forget rooms that are not written for an hour.
    private static final long WRITE_AGAIN_NANOS = Duration.ofMinutes(10).toNanos();

    private final NodeId self;
    private final Rooms rooms;
    private final ClusterStore store;
    private final ClusterOutput out;
    private final ClusterWatch watch;
    private final BiConsumer<ClusterRoom, Home> onLost;

    /// @param onLost called when another server turns out to be the home of a room
    HomeRooms(
            NodeId self,
            Rooms rooms,
            ClusterStore store,
            ClusterOutput out,
            ClusterWatch watch,
            BiConsumer<ClusterRoom, Home> onLost) {
        this.self = self;
        this.rooms = rooms;
        this.store = store;
        this.out = out;
        this.watch = watch;
        this.onLost = onLost;
    }

    void tick(long nowNanos) {
        apply(new RoomEvent.Tick(), nowNanos);
    }

    private void apply(RoomEvent event, long nowNanos) {
        out.applied(event, rooms.apply(event, nowNanos));
    }

    void apply(ClusterRoom room, RoomEvent event, NodeId from) {
        if (!from.equals(self)) {
            ClusterEvents.connection(event)
                    .ifPresent(by -> {
                        if (ClusterEvents.isEnd(event)) {
                            room.remote().remove(by);
                        } else {
                            room.remote().add(by);
                        }
                    });
        }
        apply(event, watch.nowNanos());
        if (!ClusterEvents.isMessage(event)) {
            changed(room);
        }
    }

    /// This server is the home from now on. What it knows of the room is corrected by what it knows
    /// of its own connections.
    void takeOver(ClusterRoom room, ClusterStore.Claim claim) {
        if (room.isHere(self)) {
            return;
        }
        boolean hadHome = room.epoch() > 0;
        room.home(claim.home());
        claim.room().ifPresent(record -> out.add(rooms.restore(record, watch.nowNanos())));
        for (ConnectionId connection : rooms.connections(room.name())) {
            NodeId node = NodeId.of(connection);
            boolean isGone =
                    node.equals(self)
                            ? !room.local().containsKey(connection)
                            : !watch.isAlive(node);
            if (isGone) {
                loseOfDead(connection, node);
            } else if (!node.equals(self)) {
                room.remote().add(connection);
            }
        }
        ask(room, claim.home());
        if (hadHome) {
            out.add(
                    rooms.reconcile(
                            room.name(),
                            admissible(room.name(), out.members().in(room.name())),
                            Set.of(),
                            watch.nowNanos()));
            room.listeners().values().forEach(each -> apply(each, watch.nowNanos()));
        }
    }

    private void loseOfDead(ConnectionId connection, NodeId node) {
        long graceNanos = rooms.graceNanos();
        long untilNanos = watch.lastBeatNanos(node) + Math.min(graceNanos, DEAD_GRACE.toNanos());
        apply(new RoomEvent.ConnectionLost(connection), untilNanos - graceNanos);
    }

    /// A server is dead: its connections are lost.
    void gone(ClusterRoom room, NodeId node) {
        Set<ConnectionId> all = new LinkedHashSet<>(room.remote());
        all.addAll(rooms.connections(room.name()));
        all.stream().filter(node::has).forEach(each -> loseOfDead(each, node));
        room.remote().removeIf(node::has);
        changed(room);
    }

    /// Stores the room again, and asks the servers of its members who is in.
    void repair(ClusterRoom room, Home home) {
        room.unwritten();
        ask(room, home);
        changed(room);
    }

    private void ask(ClusterRoom room, Home home) {
        Set<NodeId> others = new LinkedHashSet<>();
        room.remote().forEach(each -> others.add(NodeId.of(each)));
        out.flush();
        others.forEach(node -> out.tell(node, new NodeMessage.Moved(room.name(), home)));
    }

    /// Stores what changed in a room, or gives up one that is used no more.
    void changed(ClusterRoom room) {
        @Nullable Home home = room.home();
        if (home == null || !room.isHere(self)) {
            return;
        }
        if (!rooms.isInUse(room.name())) {
            store.release(room.name(), home.epoch());
            room.home(null);
            room.unwritten();
            return;
        }
        Optional<RoomRecord> record = rooms.record(room.name());
        if (record.isPresent()
                && (!record.get().equals(room.written()) || isStale(room.writtenNanos()))) {
            room.written(record.get(), watch.nowNanos());
            store.write(record.get(), home.epoch(), answer -> written(room, answer));
        }
    }

    private boolean isStale(long writtenNanos) {
        return watch.nowNanos() - writtenNanos > WRITE_AGAIN_NANOS;
    }

    private void written(ClusterRoom room, Optional<ClusterStore.Written> answer) {
        if (answer.isEmpty()) {
            room.unwritten();
            return;
        }
        Home winner = answer.get().home();
        if (room.isHere(self) && !winner.node().equals(self)) {
            onLost.accept(room, winner);
        }
        answer.get()
                .displaced()
                .ifPresent(other -> out.tell(other, new NodeMessage.Moved(room.name(), winner)));
    }

    /// Other servers whose connections are in the room.
    Set<NodeId> others(ClusterRoom room) {
        Set<NodeId> others = new LinkedHashSet<>();
        rooms.connections(room.name()).forEach(each -> others.add(NodeId.of(each)));
        others.remove(self);
        return others;
    }

    /// Removes a room that has another home now.
    ///
    /// @return the room without its members; empty if nobody was in
    Optional<RoomRecord> drop(ClusterRoom room, Home winner) {
        Optional<RoomRecord> record = rooms.record(room.name());
        out.flush();
        rooms.drop(room.name());
        room.unwritten();
        room.remote().clear();
        room.home(winner);
        return record.map(each -> each.with(List.of()));
    }

    /// Takes who of another server is in the room.
    void present(ClusterRoom room, NodeMessage.Present present, NodeId from) {
        RoomName name = room.name();
        boolean isRestored = rooms.record(name).isEmpty();
        if (isRestored) {
            present.room().ifPresent(bare -> restore(room, bare));
        }
        if (isSameRoom(present)) {
            Set<ConnectionId> gone = new LinkedHashSet<>(rooms.connections(name));
            gone.removeIf(each -> !from.has(each) || present.alive().contains(each));
            List<RoomRecord.Member> back =
                    isRestored ? present.members() : admissible(name, present.members());
            List<RoomRecord.Member> strangers = new ArrayList<>(present.members());
            strangers.removeAll(back);
            out.add(rooms.reconcile(name, back, gone, watch.nowNanos()));
            out.add(disconnect(strangers));
        } else {
            out.add(disconnect(present.members()));
        }
        present.listeners().forEach(each -> apply(each, watch.nowNanos()));
        room.remote().addAll(present.alive());
        out.flush();
        Set<ConnectionId> unaware = new LinkedHashSet<>(present.alive());
        present.members().forEach(each -> unaware.remove(each.connection().orElseThrow()));
        out.tell(from, new NodeMessage.Roster(name, inside(name), rooms.welcomes(name, unaware)));
        changed(room);
    }

    /// The store does not know the room, but its last home does.
    private void restore(ClusterRoom room, RoomRecord bare) {
        out.add(rooms.restore(bare, watch.nowNanos()));
        out.add(
                rooms.reconcile(
                        room.name(), out.members().in(room.name()), Set.of(), watch.nowNanos()));
    }

    /// Disconnects the members here that the room does not know, as the store was emptied when its
    /// last home died: they enter it again.
    void settle(ClusterRoom room) {
        if (room.isHere(self)) {
            out.flush();
            List<RoomRecord.Member> unknown = new ArrayList<>(out.members().in(room.name()));
            rooms.record(room.name())
                    .ifPresent(record ->
                            unknown.removeIf(each ->
                                    record.members().stream()
                                            .anyMatch(known -> isSame(known, each))));
            out.add(disconnect(unknown));
        }
    }

    private static boolean isSame(RoomRecord.Member one, RoomRecord.Member other) {
        return one.connection().equals(other.connection())
                && one.participant().id().equals(other.participant().id());
    }

    private static List<RoomEffect> disconnect(List<RoomRecord.Member> members) {
        return members.stream()
                .<RoomEffect>map(each ->
                        new RoomEffect.KeyChanged(
                                each.connection().orElseThrow(), each.participant().id()))
                .toList();
    }

    /// Those who may be members without showing the key again. The owner of a room can change its
    /// key to remove somebody, who may not have heard of it: only those whom such a room knows.
    private List<RoomRecord.Member> admissible(RoomName name, List<RoomRecord.Member> members) {
        Optional<RoomRecord> record = rooms.record(name);
        if (record.flatMap(RoomRecord::owner).isEmpty()) {
            return members;
        }
        Set<ParticipantId> known = new LinkedHashSet<>();
        record.get().members().forEach(each -> known.add(each.participant().id()));
        return members.stream().filter(each -> known.contains(each.participant().id())).toList();
    }

    /// Corrects what members here were told, and asks the other servers who is in: a message may be
    /// missing.
    void compare(ClusterRoom room, Home home) {
        settle(room);
        out.correct(new NodeMessage.Roster(room.name(), inside(room.name()), List.of()));
        ask(room, home);
    }

    private boolean isSameRoom(NodeMessage.Present present) {
        Optional<RoomRecord> mine = rooms.record(present.name());
        return mine.isPresent()
                && present.room()
                        .filter(theirs -> !theirs.key().equals(mine.get().key()))
                        .isEmpty();
    }

    private List<Participant> inside(RoomName name) {
        return rooms.record(name).stream()
                .flatMap(record -> record.members().stream())
                .map(RoomRecord.Member::participant)
                .toList();
    }

    /// Gives the room to another server, as this one ends.
    ///
    /// @return its next home; empty if no other server lives
    Optional<Home> give(ClusterRoom room) {
        @Nullable Home home = room.home();
        Optional<NodeId> heir =
                room.remote().stream()
                        .map(NodeId::of)
                        .filter(watch::isAlive)
                        .findFirst()
                        .or(() -> watch.alive().stream().findFirst());
        if (home == null || heir.isEmpty()) {
            return Optional.empty();
        }
        store.give(room.name(), home.epoch(), heir.get());
        return Optional.of(new Home(heir.get(), home.epoch() + 1));
    }
}
