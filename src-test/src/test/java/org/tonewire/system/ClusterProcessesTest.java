package org.tonewire.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tonewire.testbed.RedisServer;
import org.tonewire.testbed.TonewireEvent;
import org.tonewire.testbed.TonewireProcess;
import org.tonewire.testbed.room.Participant;

/// Servers of a cluster and participants at them, all real processes, and a real Redis.
@Timeout(300)
class ClusterProcessesTest {
    @TempDir Path home;

    private final RedisServer redis = RedisServer.start();

    @AfterEach
    void close() {
        redis.close();
    }

    /// The server of the host, which is the home of the room, is killed: the other server tells
    /// that the host is lost, and when the first runs again, the host is back.
    @Test
    void aRoomOutlivesTheServerThatIsItsHome() {
        try (TonewireProcess two = server("two", 0)) {
            int portTwo = port(two);
            try (TonewireProcess one = server("one", 0)) {
                int portOne = port(one);
                try (Participant ann = host(portOne)) {
                    String invite = invite(ann);
                    ann.awaitJoined();
                    try (Participant bob = join("Bob", at(portTwo, invite, portOne))) {
                        bob.awaitJoined();
                        awaitEvent(ann, 0, "participant-joined");
                        int before = bob.process().mark();
                        one.kill();
                        awaitEvent(bob, before, "participant-left");
                        try (TonewireProcess again = server("one", portOne)) {
                            assertThat(port(again)).isEqualTo(portOne);
                            awaitEvent(bob, before, "participant-joined");
                        }
                        assertThat(bob.process().eventsSince(before))
                                .noneMatch(event -> event.is("reconnecting"));
                    }
                }
            }
        }
    }

    /// Redis is killed and runs again without anything: nobody is disconnected, and who comes then
    /// meets both.
    @Test
    void aRoomOutlivesRedis() {
        try (TonewireProcess one = server("one", 0);
                TonewireProcess two = server("two", 0)) {
            int portOne = port(one);
            int portTwo = port(two);
            try (Participant ann = host(portOne)) {
                String invite = invite(ann);
                ann.awaitJoined();
                try (Participant bob = join("Bob", at(portTwo, invite, portOne))) {
                    bob.awaitJoined();
                    awaitEvent(ann, 0, "participant-joined");
                    int annBefore = ann.process().mark();
                    int bobBefore = bob.process().mark();
                    redis.restartEmpty();
                    try (Participant eve = join("Eve", at(portTwo, invite, portOne))) {
                        eve.awaitJoined();
                        awaitEvent(ann, annBefore, "participant-joined");
                        awaitEvent(bob, bobBefore, "participant-joined");
                    }
                    assertThat(ann.process().eventsSince(annBefore))
                            .noneMatch(event -> event.is("reconnecting"));
                    assertThat(bob.process().eventsSince(bobBefore))
                            .noneMatch(event -> event.is("reconnecting"));
                }
            }
        }
    }

    private TonewireProcess server(String id, int port) {
        return TonewireProcess.start(
                home.resolve("servers"),
                Map.of(),
                id,
                "server",
                "--port",
                String.valueOf(port),
                "--redis",
                redis.address(),
                "--node-id",
                id,
                "--json");
    }

    private Participant host(int port) {
        return participant(
                "Ann", "host", "--server", "https://127.0.0.1:" + port, "--room", "Band");
    }

    private Participant join(String name, String invite) {
        return participant(name, "join", invite);
    }

    private Participant participant(String name, String... command) {
        List<String> arguments = new ArrayList<>(List.of(command));
        arguments.addAll(
                List.of("--name", name, "--headless", "--json", "--commands", "--output", "none"));
        return new Participant(
                name,
                TonewireProcess.start(
                        home.resolve(name), Map.of(), name, arguments.toArray(String[]::new)));
    }

    /// The same invite by way of another server: both have the same certificate.
    private static String at(int port, String invite, int before) {
        return invite.replace("127.0.0.1:" + before, "127.0.0.1:" + port);
    }

    private static String invite(Participant host) {
        return awaitEvent(host, 0, "listening").text("invite");
    }

    private static int port(TonewireProcess server) {
        return (int)
                server.awaitEvent("listening", event -> event.is("listening"), Participant.SOON)
                        .number("port");
    }

    private static TonewireEvent awaitEvent(Participant who, int mark, String type) {
        return who.process().awaitEvent(mark, type, event -> event.is(type), Participant.SOON);
    }
}
