package org.tonewire.signaling.cluster;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.tonewire.signaling.protocol.ParticipantId;
import org.tonewire.signaling.room.event.ConnectionId;
import org.tonewire.signaling.room.event.Delivery;
import org.tonewire.signaling.room.event.RoomEffect;
import org.tonewire.signaling.room.event.RoomEvent;

/// Takes effects of rooms: sends those for connections of other servers there, and collects those
/// for connections here. Owned by the thread of the rooms.
final class ClusterOutput {
    private final NodeId self;
    private final NodeBus bus;
    private final ClusterStats stats;
    private final LocalConnections connections = new LocalConnections();
    private final LocalMembers members = new LocalMembers();
    private final List<RoomEffect> raised = new ArrayList<>();
    private final List<RoomEffect> ready = new ArrayList<>();
    private final EffectHandler handler;
    private long numbers;

    ClusterOutput(NodeId self, NodeBus bus, ClusterStats stats, EffectHandler handler) {
        this.self = self;
        this.bus = bus;
        this.stats = stats;
        this.handler = handler;
    }

    NodeId self() {
        return self;
    }

    ClusterStats stats() {
        return stats;
    }

    LocalConnections connections() {
        return connections;
    }

    LocalMembers members() {
        return members;
    }

    void add(List<? extends RoomEffect> effects) {
        raised.addAll(effects);
    }

    /// The rooms here applied an event.
    void applied(RoomEvent event, List<RoomEffect> effects) {
        handler.applied(event, effects);
        raised.addAll(effects);
    }

    /// Passes on what no event returns.
    void deliver() {
        List<RoomEffect> effects = take();
        if (!effects.isEmpty()) {
            handler.perform(effects);
        }
    }

    /// The number of the next message, and its place in the order of all.
    long nextNumber() {
        return numbers++;
    }

    /// Corrects what the members of the room on this server were told.
    void correct(NodeMessage.Roster roster) {
        flush();
        for (RoomEffect.Deliver welcome : roster.missed()) {
            if (self.has(welcome.to()) && !members.has(welcome.to(), welcome.member())) {
                raised.add(welcome);
            }
        }
        flush();
        ready.addAll(members.corrections(roster.room(), roster.participants()));
    }

    void publish(NodeId node, long number, NodeMessage message, Consumer<Boolean> delivered) {
        stats.sent();
        bus.publish(node, number, message, delivered);
    }

    /// Sends a message that is dropped if it cannot be delivered.
    void tell(NodeId node, NodeMessage message) {
        publish(
                node,
                nextNumber(),
                message,
                delivered -> {
                    if (!delivered) {
                        stats.dropped();
                    }
                });
    }

    /// What this server has to do, in this order. What is for other servers is sent.
    List<RoomEffect> take() {
        flush();
        List<RoomEffect> taken = List.copyOf(ready);
        ready.clear();
        return taken;
    }

    /// Sends what is for other servers, before what is told them next.
    void flush() {
        Map<NodeId, List<RoomEffect.ToConnection>> elsewhere = new LinkedHashMap<>();
        List<RoomEffect> effects = List.copyOf(raised);
        raised.clear();
        for (RoomEffect effect : effects) {
            switch (effect) {
                case RoomEffect.WakeAt _ -> ready.add(effect);
                case RoomEffect.ToConnection to -> {
                    if (!self.has(to.to())) {
                        elsewhere
                                .computeIfAbsent(NodeId.of(to.to()), _ -> new ArrayList<>())
                                .add(to);
                    } else if (isAwaited(to) && members.accepts(to)) {
                        ready.add(to);
                    }
                }
            }
        }
        elsewhere.forEach((node, each) -> tell(node, new NodeMessage.Effects(each)));
    }

    /// A welcome may come for a connection that has ended.
    private boolean isAwaited(RoomEffect.ToConnection effect) {
        if (effect instanceof RoomEffect.Deliver(ConnectionId to, ParticipantId id, var delivery)
                && delivery instanceof Delivery.Welcome welcome) {
            return connections.learn(to, welcome.room(), id);
        }
        return true;
    }
}
