package org.tonewire.signaling.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.tonewire.signaling.cluster.ClusterFixture.Client;
import org.tonewire.signaling.cluster.ClusterFixture.Node;
import org.tonewire.signaling.protocol.ParticipantId;

/// Seeded histories of a room over several servers: people enter, leave, are lost and change the
/// server while servers die, end and are cut off, or the store is emptied. When all that is over,
/// everybody knows exactly who is in, and messages arrive.
final class ClusterSimulationTest {
    private static final int HISTORIES = 400;
    private static final int STEPS = 40;
    private static final int PEOPLE = 6;
    private static final int SETTLE_MILLIS = 20_000;

    /// The faults of a history, beside people who come and go, and servers that die or end.
    private enum Fault {
        CUT_OFF,
        EMPTIED
    }

    @Test
    void everybodyKnowsWhoIsInAfterServersDiedAndTheStoreWasEmptied() {
        for (int seed = 0; seed < HISTORIES; seed++) {
            new History(seed, Fault.EMPTIED).play();
        }
    }

    @Test
    void everybodyKnowsWhoIsInAfterServersDiedAndWereCutOff() {
        for (int seed = 0; seed < HISTORIES; seed++) {
            new History(seed, Fault.CUT_OFF).play();
        }
    }

    /// Another server took the room of a home that was cut off, was displaced by it later, and did
    /// not hear of that.
    @Test
    void aServerThatLostARoomWithoutNoticingIsTold() {
        new History(719, Fault.CUT_OFF).play();
    }

    private static final class History {
        private final ClusterFixture cluster = new ClusterFixture();
        private final List<Node> nodes = new ArrayList<>();
        private final Map<Integer, Client> people = new LinkedHashMap<>();
        private final List<String> story = new ArrayList<>();
        private final Random random;
        private final int seed;
        private final Fault fault;
        private int started;

        History(int seed, Fault fault) {
            this.seed = seed;
            this.fault = fault;
            this.random = new Random(seed);
            for (int i = 0; i < 3; i++) {
                start();
            }
        }

        private void start() {
            nodes.add(cluster.start(++started));
        }

        void play() {
            for (int step = 0; step < STEPS; step++) {
                act();
                cluster.pass(random.nextInt(random.nextInt(10) == 0 ? 5000 : 400));
            }
            nodes.forEach(node -> cluster.cluster().reconnect(node.id()));
            cluster.pass(SETTLE_MILLIS);
            check();
        }

        private void act() {
            int person = 1 + random.nextInt(PEOPLE);
            Node node = nodes.get(random.nextInt(nodes.size()));
            int what = random.nextInt(100);
            if (what < 55) {
                story.add(person + " enters at " + node.id());
                Client client = cluster.client(node, person);
                people.put(person, client);
                client.ask();
            } else if (what < 65) {
                withPerson(person, " leaves", Client::leave);
            } else if (what < 78) {
                withPerson(person, " is lost", Client::lose);
            } else if (what < 94) {
                switch (fault) {
                    case CUT_OFF -> cutOff(node, what < 86);
                    case EMPTIED -> empty();
                }
            } else if (nodes.size() > 1) {
                end(node, what < 97);
            }
        }

        private void cutOff(Node node, boolean now) {
            story.add(node.id() + (now ? " is cut off" : " is connected again"));
            if (now) {
                cluster.cluster().cutOff(node.id());
            } else {
                cluster.cluster().reconnect(node.id());
            }
        }

        private void empty() {
            story.add("the store is emptied");
            cluster.cluster().empty();
        }

        private void withPerson(int person, String what, Consumer<Client> action) {
            Client client = people.get(person);
            if (client != null && client.isOpen()) {
                story.add(person + what);
                action.accept(client);
            }
        }

        private void end(Node node, boolean suddenly) {
            story.add(node.id() + (suddenly ? " dies" : " ends"));
            if (!suddenly) {
                node.rooms().handOver();
                cluster.pass(100);
            }
            node.kill();
            nodes.remove(node);
            start();
        }

        private void check() {
            List<Client> inside = cluster.inside();
            Set<ParticipantId> ids = inside.stream().map(Client::id).collect(Collectors.toSet());
            String why = "seed " + seed + ": " + String.join(", ", story);
            assertThat(ids).as(why).hasSameSizeAs(inside);
            for (Client client : inside) {
                Set<ParticipantId> others =
                        ids.stream()
                                .filter(id -> !id.equals(client.id()))
                                .collect(Collectors.toSet());
                assertThat(client.others()).as("%s; %s", client.id(), why).isEqualTo(others);
                others.forEach(other -> client.say(other, "from " + client.id()));
            }
            cluster.pass(100);
            for (Client client : inside) {
                ids.stream()
                        .filter(id -> !id.equals(client.id()))
                        .forEach(id -> assertThat(client.texts()).as(why).contains("from " + id));
            }
        }
    }
}
