package org.tonewire.signaling.cluster;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tonewire.signaling.protocol.Identity;
import org.tonewire.signaling.protocol.ParticipantId;
import org.tonewire.signaling.protocol.ParticipantName;
import org.tonewire.signaling.protocol.RoomName;
import org.tonewire.signaling.protocol.key.AccessKey;
import org.tonewire.signaling.protocol.key.IdentityKey;
import org.tonewire.signaling.protocol.key.IdentityProof;
import org.tonewire.signaling.protocol.key.IdentitySignature;
import org.tonewire.signaling.room.RoomLimits;
import org.tonewire.signaling.room.Rooms;
import org.tonewire.signaling.room.event.ConnectionId;
import org.tonewire.signaling.room.event.Credential;
import org.tonewire.signaling.room.event.Delivery;
import org.tonewire.signaling.room.event.Family;
import org.tonewire.signaling.room.event.Profile;
import org.tonewire.signaling.room.event.RelayedMessage;
import org.tonewire.signaling.room.event.RoomEffect;
import org.tonewire.signaling.room.event.RoomEvent;

/// Servers of a cluster in virtual time, and clients of them that note what they are told.
final class ClusterFixture {
    static final RoomName STUDIO = new RoomName("studio");
    static final AccessKey KEY = key();

    private static final Family TESTERS = new Family("testers");

    private final FakeCluster cluster = new FakeCluster(Duration.ofMillis(1));
    private final Map<Integer, Node> nodes = new LinkedHashMap<>();
    private final Map<ConnectionId, Client> clients = new LinkedHashMap<>();
    private int ids;

    FakeCluster cluster() {
        return cluster;
    }

    Node start(int number) {
        Node node = new Node(new NodeId(number));
        nodes.put(number, node);
        pass(1500);
        return node;
    }

    void pass(int millis) {
        cluster.pass(Duration.ofMillis(millis));
    }

    /// A server.
    final class Node implements EffectHandler {
        private final NodeId id;
        private final ClusterRooms rooms;
        private long connections;
        private boolean alive = true;

        Node(NodeId id) {
            this.id = id;
            rooms =
                    new ClusterRooms(
                            new ClusterRooms.Node(
                                    id,
                                    cluster.store(id),
                                    cluster.bus(id),
                                    new ClusterStats(cluster.nowNanos()),
                                    cluster::nowNanos),
                            new Rooms(
                                    RoomLimits.DEFAULT,
                                    () -> new ParticipantId("p" + id + "-" + ids++)),
                            this);
            cluster.add(id, rooms::received, rooms::reconnected);
            beat();
        }

        NodeId id() {
            return id;
        }

        ClusterRooms rooms() {
            return rooms;
        }

        private void beat() {
            if (alive) {
                rooms.beat();
                cluster.at(Duration.ofSeconds(1), this::beat);
            }
        }

        void kill() {
            alive = false;
            cluster.kill(id);
            clients.values().stream()
                    .filter(client -> client.node == this)
                    .forEach(client -> client.open = false);
        }

        void raise(RoomEvent event) {
            if (alive) {
                perform(rooms.apply(event, cluster.nowNanos()));
            }
        }

        @Override
        public void applied(RoomEvent event, List<RoomEffect> effects) {}

        @Override
        public void perform(List<RoomEffect> effects) {
            for (RoomEffect effect : effects) {
                switch (effect) {
                    case RoomEffect.WakeAt(long nanos) ->
                            cluster.at(
                                    Duration.ofNanos(Math.max(0, nanos - cluster.nowNanos())),
                                    () -> raise(new RoomEvent.Tick()));
                    case RoomEffect.ToConnection to -> {
                        Client client = clients.get(to.to());
                        if (client != null && client.open && alive) {
                            client.told(to);
                        }
                    }
                }
            }
        }
    }

    /// A client of the room, and what it was told.
    final class Client {
        private final Node node;
        private final int person;
        private final ConnectionId connection;
        private final List<RoomEffect> told = new ArrayList<>();
        private final List<String> texts = new ArrayList<>();
        private final Set<ParticipantId> others = new LinkedHashSet<>();
        private Optional<ParticipantId> self = Optional.empty();
        private boolean open = true;

        Client(Node node, int person) {
            this.node = node;
            this.person = person;
            connection = node.id.connection(node.connections++);
            clients.put(connection, this);
        }

        Client enter() {
            ask();
            pass(20);
            return this;
        }

        void ask() {
            node.raise(
                    new RoomEvent.Enter(
                            connection,
                            STUDIO,
                            profile(person),
                            new Credential.Key(KEY),
                            new RoomEvent.Address.Assigned()));
        }

        void lose() {
            open = false;
            node.raise(new RoomEvent.ConnectionLost(connection));
        }

        void leave() {
            open = false;
            node.raise(new RoomEvent.ConnectionClosed(connection));
        }

        void say(ParticipantId to, String text) {
            node.raise(new RoomEvent.Relay(connection, id(), to, new Text(text)));
        }

        ParticipantId id() {
            return self.orElseThrow(() -> new AssertionError(person + " is not in: " + told));
        }

        boolean isOpen() {
            return open;
        }

        boolean isIn() {
            return open && self.isPresent();
        }

        Set<ParticipantId> others() {
            return others;
        }

        List<String> texts() {
            return texts;
        }

        List<RoomEffect> told() {
            return told;
        }

        private void told(RoomEffect.ToConnection effect) {
            told.add(effect);
            if (effect instanceof RoomEffect.Deliver(_, ParticipantId id, Delivery delivery)) {
                switch (delivery) {
                    case Delivery.Welcome welcome -> {
                        self = Optional.of(id);
                        others.clear();
                        welcome.others().forEach(other -> others.add(other.id()));
                    }
                    case Delivery.Joined(var who) -> others.add(who.id());
                    case Delivery.Replaced(var who) -> others.add(who.id());
                    case Delivery.Left left -> others.remove(left.id());
                    case Delivery.Relayed(_, RelayedMessage message) ->
                            texts.add(((Text) message).text());
                }
            } else if (open) {
                open = false;
                cluster.at(
                        Duration.ofMillis(1),
                        () -> node.raise(new RoomEvent.ConnectionCut(connection)));
            }
        }
    }

    /// All clients that are in the room.
    List<Client> inside() {
        return clients.values().stream().filter(Client::isIn).toList();
    }

    Client client(Node node, int person) {
        return new Client(node, person);
    }

    private record Text(String text) implements RelayedMessage {
        @Override
        public int bytes() {
            return text.length();
        }
    }

    private static Profile profile(int person) {
        byte[] bytes = new byte[32];
        Arrays.fill(bytes, (byte) person);
        return new Profile(
                Optional.of(new ParticipantName("n" + person)),
                TESTERS,
                Profile.UNKNOWN_TYPE,
                Optional.of(
                        new Identity(
                                IdentityKey.of(bytes),
                                IdentityProof.of(bytes),
                                IdentitySignature.of(new byte[64]))));
    }

    private static AccessKey key() {
        byte[] bytes = new byte[32];
        Arrays.fill(bytes, (byte) 7);
        return AccessKey.of(bytes);
    }
}
