package org.tonewire.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tonewire.testbed.SoundServer;
import org.tonewire.testbed.SoundServerKind;
import org.tonewire.testbed.TonewireEvent;
import org.tonewire.testbed.TonewireProcess;
import org.tonewire.testbed.room.Call;
import org.tonewire.testbed.room.Participant;

/// What can go wrong for a person: it is said as an `error` event in words, never as a stack trace,
/// and the process ends with the code that the command line promises.
class TroubleTest {
    private static final String NOBODY = "https://127.0.0.1:1/r/studio#k=AAECAwQFBgcICQoLDA0ODw";

    /// A place where no sound server is.
    private static final Map<String, String> SILENT =
            Map.of("PULSE_SERVER", "unix:/nonexistent/native", "XDG_RUNTIME_DIR", "/nonexistent");

    @TempDir Path home;

    @Test
    void aPortInUseIsNamed() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("0.0.0.0"))) {
            String port = Integer.toString(taken.getLocalPort());
            String message = ends(3, "port-in-use", "host", "--port", port);
            assertThat(message).contains(port);
        }
    }

    @Test
    void aTextThatIsNoInviteIsRefused() {
        ends(2, "invite-malformed", "join", "https://example.org/nothing");
    }

    @Test
    void nobodyThereIsSaid() {
        ends(3, "host-unreachable", "join", NOBODY);
    }

    @Test
    void whoMayNotEnterIsToldWhy() {
        try (Call call = Call.hostedWith(SoundServerKind.PIPEWIRE, "--max-participants", "2")) {
            String secret = "k=AAECAwQFBgcICQoLDA0ODw";
            ends(4, "wrong-key", "join", call.invite().replaceFirst("k=[^&]*", secret));
            String pin = "f=AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8";
            ends(4, "certificate-mismatch", "join", call.invite().replaceFirst("f=[^&]*", pin));
            try (Participant bob = call.join("Bob")) {
                bob.awaitJoined();
                ends(4, "room-full", "join", call.invite());
                assertThat(bob.process().isRunning()).isTrue();
            }
        }
    }

    @Test
    void aHostOfAnotherVersionIsSaidToBe() throws Exception {
        try (LaterServer later = LaterServer.start(home.resolve("later"))) {
            ends(4, "version-mismatch", "join", later.invite());
        }
    }

    @Test
    void aMissingFileIsNamed() {
        String file = home.resolve("nothing.flac").toString();
        String message =
                ends(2, "file-not-found", "host", "--port", "0", "--source", "file:" + file);
        assertThat(message).contains("nothing.flac");
    }

    @Test
    void aFileThatIsNoSoundIsNamed() throws IOException {
        Path file = Files.writeString(home.resolve("letter.mp3"), "Dear Ann, this is no sound.");
        String message = ends(2, "not-audio", "host", "--port", "0", "--source", "file:" + file);
        assertThat(message).contains("letter.mp3");
    }

    @ParameterizedTest
    @EnumSource
    void aDeviceThatIsNotThereIsNamedAndNoMicrophoneAtAllIsSaid(SoundServerKind kind) {
        try (SoundServer sound = SoundServer.start(kind)) {
            try (TonewireProcess process = playing(sound, "mic:Studio 5000")) {
                assertThat(message(process, 5, "no-such-device")).contains("Studio 5000");
            }
            sound.removeModule("module-remap-source");
            try (TonewireProcess process = playing(sound, "mic")) {
                message(process, 5, "no-input-device");
            }
        }
    }

    private static TonewireProcess playing(SoundServer sound, String source) {
        return TonewireProcess.start(
                sound, "Ann", "host", "--port", "0", "--headless", "--json", "--source", source);
    }

    @Test
    void withoutASoundServerAMicrophoneFailsAndAFileDoesNot() throws IOException {
        ends(5, "no-sound-server", "host", "--port", "0", "--source", "mic");
        try (TonewireProcess process =
                start("host", "--port", "0", "--source", "tone:440,name=A")) {
            process.awaitEvent(
                    "live",
                    event -> event.is("source-changed") && event.text("status").equals("live"),
                    Participant.SOON);
            process.interrupt();
            assertThat(process.awaitExit(Participant.SOON)).isZero();
        }
    }

    private String ends(int code, String reason, String... arguments) {
        try (TonewireProcess process = start(arguments)) {
            return message(process, code, reason);
        }
    }

    private TonewireProcess start(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--output", "none", "--headless", "--json"));
        return TonewireProcess.start(home, SILENT, "Ann", all.toArray(String[]::new));
    }

    private static String message(TonewireProcess process, int code, String reason) {
        TonewireEvent error =
                process.awaitEvent("an error", event -> event.is("error"), Participant.SOON);
        assertThat(error.text("reason")).isEqualTo(reason);
        assertThat(process.awaitExit(Participant.SOON)).isEqualTo(code);
        assertThat(process.report()).doesNotContain("\tat ", "Exception");
        return error.text("message");
    }
}
