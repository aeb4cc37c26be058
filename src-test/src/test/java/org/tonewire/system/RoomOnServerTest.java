package org.tonewire.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tonewire.testbed.TonewireEvent;
import org.tonewire.testbed.TonewireProcess;
import org.tonewire.testbed.room.Participant;

/// A room on a server, with real processes.
class RoomOnServerTest {
    @TempDir Path home;

    @Test
    void itsHostRenewsTheInviteComesBackAfterAKillAndEndsTheRoom() {
        try (TonewireProcess server = start("server", "server", "--port", "0", "--json")) {
            TonewireEvent serving = listening(server);
            String address = "https://127.0.0.1:" + (int) serving.number("port");
            try (Participant ann = host(address);
                    Participant bob = join(invite(ann))) {
                TonewireEvent opened = listening(ann.process());
                assertThat(opened.text("invite")).startsWith(address + "/r/Band#k=");
                assertThat(opened.text("invite")).contains("&f=", "&o=");
                assertThat(opened.text("firstFingerprint")).isEqualTo(serving.text("fingerprint"));
                bob.awaitFlowing("Tone");
                int before = bob.process().mark();

                ann.say("renew-invite");
                String renewed = changed(ann, 0);
                assertThat(changed(bob, before)).isEqualTo(renewed);
                assertThat(renewed).isNotEqualTo(opened.text("invite"));

                ann.process().kill();
                back(address, renewed, bob);
            }
        }
    }

    /// The host's program starts again, and then ends the room.
    private void back(String address, String renewed, Participant bob) {
        int killed = bob.process().mark();
        try (Participant again = host(address)) {
            assertThat(invite(again)).isEqualTo(renewed);
            again.awaitJoined();
            bob.process()
                    .awaitEvent(
                            killed,
                            "sound of the host who came back",
                            event -> event.is("track-added") && event.text("name").equals("Tone"),
                            Participant.SOON);
            assertThat(again.leave()).isZero();
            bob.process()
                    .awaitEvent(
                            killed,
                            "the room ended",
                            event ->
                                    event.is("reconnecting")
                                            && event.text("reason").equals("server-closed"),
                            Participant.SOON);
        }
    }

    private Participant host(String address) {
        return participant(
                "Ann",
                "host",
                "--server",
                address,
                "--room",
                "Band",
                "--source",
                "tone:440,name=Tone");
    }

    private Participant join(String invite) {
        return participant("Bob", "join", invite);
    }

    private Participant participant(String name, String... command) {
        List<String> arguments = new ArrayList<>(List.of(command));
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

    private static String changed(Participant participant, int mark) {
        return participant
                .process()
                .awaitEvent(
                        mark,
                        "the new invite",
                        event -> event.is("invite-changed"),
                        Participant.SOON)
                .text("invite");
    }
}
