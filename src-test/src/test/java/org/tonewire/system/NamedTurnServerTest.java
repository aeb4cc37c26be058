package org.tonewire.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tonewire.signaling.protocol.ice.NamedIceServer;
import org.tonewire.signaling.protocol.ice.TurnSecret;
import org.tonewire.testbed.Await;
import org.tonewire.testbed.TonewireEvent;
import org.tonewire.testbed.TonewireProcess;
import org.tonewire.testbed.TurnServer;
import org.tonewire.testbed.room.Participant;

/// A signaling server that names a TURN server, with real processes. Relays alone are allowed, and
/// nobody has a TURN server in the settings.
class NamedTurnServerTest {
    private static final String SECRET = "north star";
    private static final long LIFETIME_SECONDS = 10;
    private static final double HEARD_DB = -40;

    @TempDir Path home;

    /// Cem comes when the login that Ann got on entering has expired: her link to him needs the one
    /// that she was sent since.
    @Test
    void participantsHearEachOtherByTheServersTurnServerAloneAlsoWhenTheFirstLoginExpired()
            throws IOException {
        try (TurnServer turn = TurnServer.startWithSecret(home, SECRET);
                TonewireProcess server = server(turn)) {
            String address = "https://127.0.0.1:" + (int) listening(server).number("port");
            try (Participant ann = member("Ann", "host", "--server", address, "--room", "Band");
                    Participant bob = member("Bob", "join", invite(ann))) {
                ann.awaitJoined();
                Instant expires = Instant.now().plusSeconds(LIFETIME_SECONDS);
                NamedIceServer.Login likeAnns = login(expires);
                assertThat(turn.admits(likeAnns.username(), likeAnns.credential())).isTrue();
                heard(ann, "Bob's");
                heard(bob, "Ann's");

                Await.until(
                        "the first login refused",
                        Participant.SOON,
                        () -> !turn.admits(likeAnns.username(), likeAnns.credential()),
                        ann.process()::report);
                try (Participant cem = member("Cem", "join", invite(ann))) {
                    heard(cem, "Ann's");
                    heard(ann, "Cem's");
                    for (Participant each : List.of(ann, bob, cem)) {
                        assertThat(paths(each)).isNotEmpty().containsOnly("relay-relay");
                        assertThat(errors(each)).isEmpty();
                    }
                }
                assertThat(server.report()).doesNotContain(SECRET, likeAnns.credential());
            }
        }
    }

    private TonewireProcess server(TurnServer turn) throws IOException {
        Path secret = Files.writeString(home.resolve("secret"), SECRET + "\n");
        return start(
                "server",
                "server",
                "--port",
                "0",
                "--json",
                "--turn",
                turn.uri(),
                "--turn-secret-file",
                secret.toString(),
                "--turn-ttl",
                LIFETIME_SECONDS + "s");
    }

    private static NamedIceServer.Login login(Instant until) {
        return TurnSecret.parse(SECRET).orElseThrow().login("like-ann", until);
    }

    private static void heard(Participant listener, String track) {
        String key = listener.awaitFlowing(track);
        listener.process()
                .awaitEvent(
                        "the tone of " + track,
                        event ->
                                event.is("stats")
                                        && event.text("direction").equals("received")
                                        && key.equals(
                                                event.text("participant")
                                                        + "/"
                                                        + event.text("track"))
                                        && event.fields()
                                                        .getAsJsonArray("peakDb")
                                                        .get(0)
                                                        .getAsDouble()
                                                > HEARD_DB,
                        Participant.SOON);
    }

    private static List<String> paths(Participant listener) {
        return listener.process().events().stream()
                .filter(event -> event.is("stats"))
                .map(event -> event.text("path"))
                .filter(path -> !path.isEmpty())
                .toList();
    }

    private static List<TonewireEvent> errors(Participant participant) {
        return participant.process().events().stream().filter(event -> event.is("error")).toList();
    }

    private Participant member(String name, String... command) throws IOException {
        Path settings = home.resolve(name).resolve(".config/tonewire/settings.json");
        Files.createDirectories(settings.getParent());
        Files.writeString(settings, "{\"version\": 2, \"ice\": {\"relayOnly\": true}}");
        List<String> arguments = new ArrayList<>(List.of(command));
        arguments.addAll(List.of("--source", "tone:440,name=" + name + "'s"));
        arguments.addAll(
                List.of("--name", name, "--headless", "--json", "--commands", "--output", "none"));
        return new Participant(name, start(name, arguments.toArray(String[]::new)));
    }

    private TonewireProcess start(String name, String... arguments) {
        return TonewireProcess.start(home.resolve(name), Map.of(), name, arguments);
    }

    private static TonewireEvent listening(TonewireProcess process) {
        return process.awaitEvent("listening", event -> event.is("listening"), Participant.SOON);
    }

    private static String invite(Participant host) {
        return listening(host.process()).text("invite");
    }
}
