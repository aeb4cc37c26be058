package org.tonewire.signaling.cluster;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.tonewire.signaling.cluster.NodeMessage.Forward;
import org.tonewire.signaling.cluster.NodeMessage.Home;
import org.tonewire.signaling.cluster.NodeMessage.Moved;
import org.tonewire.signaling.protocol.ParticipantId;
import org.tonewire.signaling.protocol.RoomName;
import org.tonewire.signaling.room.RoomDoor;
import org.tonewire.signaling.room.Rooms;
import org.tonewire.signaling.room.event.ConnectionId;
import org.tonewire.signaling.room.event.RoomEffect;
import org.tonewire.signaling.room.event.RoomEvent;

/// The rooms of a cluster, as one of its servers sees them. Each room has one home, where
/// [HomeRooms] decides about it; events of other rooms are passed on to their homes. Owned by the
/// thread of the rooms; every call arrives there.
public final class ClusterRooms implements RoomDoor {
    private static final long PATIENCE_NANOS = Duration.ofSeconds(10).toNanos();
    private static final int BEATS_TO_COMPARE = 5;

    private final NodeId self;
    private final ClusterStore store;
    private final ClusterStats stats;
    private final LocalConnections connections;
    private final ClusterWatch watch;
    private final ClusterOutput out;
    private final RoomRouting routing;
    private final HomeRooms homes;
    private int beats;
    private boolean stopping;
    private boolean lastBeatFailed;

    /// What connects this server to the others.
    ///
    /// @param clock that of the rooms
    public record Node(
            NodeId self, ClusterStore store, NodeBus bus, ClusterStats stats, LongSupplier clock) {}

    public ClusterRooms(Node node, Rooms rooms, EffectHandler handler) {
        this.self = node.self();
        this.store = node.store();
        this.stats = node.stats();
        this.watch = new ClusterWatch(node.clock());
        this.out = new ClusterOutput(self, node.bus(), stats, handler);
        this.connections = out.connections();
        this.routing = new RoomRouting(rooms, store, out, watch);
        this.homes = routing.homes();
    }

    @Override
    public Optional<RoomName> roomOf(ConnectionId connection, ParticipantId id) {
        return connections.find(connection, id).map(ClusterRoom::name);
    }

    @Override
    public List<RoomEffect> apply(RoomEvent event, long nowNanos) {
        switch (event) {
            case RoomEvent.Enter enter -> enter(enter);
            case RoomEvent.Listen listen -> listen(listen);
            case RoomEvent.StopListening(ConnectionId by) -> stopListening(by);
            case RoomEvent.UpdateProfile update ->
                    connections
                            .find(update.by(), update.who().id())
                            .ifPresent(room -> send(room, event));
            case RoomEvent.Relay relay -> sendBy(relay.by(), relay.from(), event);
            case RoomEvent.Broadcast broadcast -> sendBy(broadcast.by(), broadcast.from(), event);
            case RoomEvent.Leave leave -> leave(leave);
            case RoomEvent.ConnectionClosed(ConnectionId by) -> disconnected(by, event);
            case RoomEvent.ConnectionCut(ConnectionId by) -> disconnected(by, event);
            case RoomEvent.ConnectionLost(ConnectionId by) -> disconnected(by, event);
            case RoomEvent.Own own -> send(connections.room(own.room()), event);
            case RoomEvent.Query query -> send(connections.room(query.room()), event);
            case RoomEvent.End end -> send(connections.room(end.room()), event);
            case RoomEvent.ChangeKey change -> send(connections.room(change.room()), event);
            case RoomEvent.Tick() -> {
                homes.tick(nowNanos);
                here().forEach(routing::changed);
            }
        }
        return out.take();
    }

    private void enter(RoomEvent.Enter enter) {
        ClusterRoom room = connections.room(enter.room());
        Set<ParticipantId> ids = connections.join(enter.by(), room);
        if (enter.address() instanceof RoomEvent.Address.Claimed(ParticipantId id)) {
            ids.add(id);
        }
        send(room, enter);
    }

    private void listen(RoomEvent.Listen listen) {
        stopListening(listen.by());
        ClusterRoom room = connections.room(listen.room());
        connections.join(listen.by(), room).add(listen.self().id());
        room.listeners().put(listen.by(), listen);
        send(room, listen);
    }

    private void stopListening(ConnectionId by) {
        for (ClusterRoom room : connections.of(by)) {
            if (room.listeners().remove(by) != null) {
                send(room, new RoomEvent.StopListening(by));
            }
        }
    }

    private void leave(RoomEvent.Leave leave) {
        Optional<ClusterRoom> room = connections.find(leave.by(), leave.from());
        sendBy(leave.by(), leave.from(), leave);
        out.members().left(leave.by(), leave.from());
        room.map(found -> found.local().get(leave.by())).ifPresent(ids -> ids.remove(leave.from()));
    }

    /// While this server ends, its connections are lost: they can be resumed elsewhere.
    private void disconnected(ConnectionId by, RoomEvent event) {
        RoomEvent told = stopping ? new RoomEvent.ConnectionLost(by) : event;
        for (ClusterRoom room : connections.remove(by)) {
            @Nullable Set<ParticipantId> ids = room.local().remove(by);
            room.listeners().remove(by);
            if (ids != null) {
                ids.forEach(id -> out.members().left(by, id));
            }
            send(room, told);
            routing.forgetIfUnused(room);
        }
    }

    private void sendBy(ConnectionId by, ParticipantId from, RoomEvent event) {
        connections
                .find(by, from)
                .ifPresentOrElse(
                        room -> send(room, event),
                        () -> out.add(List.of(new RoomEffect.NotInRoom(by, from))));
    }

    private void send(ClusterRoom room, RoomEvent event) {
        routing.handle(room, new Forward(room.name(), event, 0), self, out.nextNumber());
    }

    private List<ClusterRoom> here() {
        return connections.all().stream().filter(room -> room.isHere(self)).toList();
    }

    /// Takes a message of another server.
    public void received(NodeId from, NodeMessage message) {
        stats.received();
        if (!from.equals(self)) {
            watch.heard(from);
        }
        switch (message) {
            case Forward(RoomName name, _, _) ->
                    routing.handle(connections.room(name), message, from, out.nextNumber());
            case NodeMessage.Present present ->
                    routing.handle(
                            connections.room(present.name()), message, from, out.nextNumber());
            case NodeMessage.Effects(List<RoomEffect.ToConnection> effects) ->
                    out.add(effects.stream().filter(each -> self.has(each.to())).toList());
            case Moved(RoomName name, Home home) -> {
                ClusterRoom room = connections.room(name);
                if (!room.isHere(self)
                        && !home.node().equals(self)
                        && RoomRouting.isAuthority(room, from, home)) {
                    room.home(home);
                    routing.tellPresent(room, Optional.empty());
                } else {
                    routing.moved(room, home);
                }
                if (room.home() != null) {
                    routing.handleWaiting(room);
                }
                routing.forgetIfUnused(room);
            }
            case NodeMessage.Roster roster -> out.correct(roster);
        }
        out.deliver();
    }

    /// Renews the lease, and learns who lives. Called once a second.
    public void beat() {
        store.beat(answer -> {
            answer.ifPresent(_ -> stats.answered(watch.nowNanos()));
            List<NodeId> gone = watch.beat(answer);
            if (answer.isPresent() && (lastBeatFailed || !answer.get().renewed())) {
                connections.all().forEach(this::repair);
            }
            lastBeatFailed = answer.isEmpty();
            gone.forEach(this::gone);
            connections.all().forEach(this::retry);
            if (++beats % BEATS_TO_COMPARE == 0) {
                connections.all().forEach(this::compare);
            }
            stats.see(1 + watch.alive().size(), here().size());
            out.deliver();
        });
    }

    /// The connection to the other servers was lost for a while: messages may be missing.
    public void reconnected() {
        connections.all().forEach(this::repair);
        out.deliver();
    }

    /// The store lost what it knew, others took this server for dead, or messages are missing.
    private void repair(ClusterRoom room) {
        @Nullable Home home = room.home();
        if (home != null && room.isHere(self)) {
            homes.repair(room, home);
        } else {
            routing.sendPresent(room, Optional.empty());
        }
    }

    private void compare(ClusterRoom room) {
        @Nullable Home home = room.home();
        if (home != null && room.isHere(self)) {
            homes.compare(room, home);
        } else {
            routing.sendPresent(room, Optional.empty());
        }
    }

    private void gone(NodeId node) {
        for (ClusterRoom room : connections.all()) {
            @Nullable Home home = room.home();
            if (room.isHere(self)) {
                homes.gone(room, node);
            } else if (home != null && home.node().equals(node)) {
                room.home(null);
            }
        }
        watch.forget(node);
    }

    private void retry(ClusterRoom room) {
        routing.expire(room, watch.nowNanos() - PATIENCE_NANOS);
        homes.changed(room);
        @Nullable Home home = room.home();
        if (home != null && !room.isHere(self) && !watch.isAlive(home.node())) {
            room.home(null);
        }
        if (room.home() != null) {
            routing.handleWaiting(room);
        } else if (room.hasWaiting() || !room.local().isEmpty()) {
            routing.claim(room);
        }
        routing.forgetIfUnused(room);
    }

    /// Gives all rooms to other servers, as this one ends. From now on, connections that close can
    /// be resumed there.
    public void handOver() {
        stopping = true;
        for (ClusterRoom room : here()) {
            homes.give(room).ifPresent(winner -> routing.lost(room, winner));
        }
        out.deliver();
    }
}
