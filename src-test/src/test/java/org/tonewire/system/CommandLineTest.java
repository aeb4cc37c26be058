package org.tonewire.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tonewire.testbed.SoundServer;
import org.tonewire.testbed.SoundServerKind;
import org.tonewire.testbed.TonewireEvent;
import org.tonewire.testbed.TonewireProcess;
import org.tonewire.testbed.room.Participant;

/// What the command line does with what it was not made for: words, an exit code, no stack trace.
@Timeout(180)
class CommandLineTest {
    /// A data channel, and nobody behind it.
    private static final String OFFER =
            """
            {"room": "a", "peer_id": "p", "offer": {"type": "offer", "sdp":
            "v=0\\r\\no=- 1 2 IN IP4 127.0.0.1\\r\\ns=-\\r\\nt=0 0\\r\\na=group:BUNDLE 0\\r\\n\
            m=application 9 UDP/DTLS/SCTP webrtc-datachannel\\r\\nc=IN IP4 0.0.0.0\\r\\n\
            a=ice-ufrag:abcd\\r\\na=ice-pwd:abcdefghijklmnopqrstuvwx\\r\\na=setup:actpass\\r\\n\
            a=fingerprint:sha-256 00:01:02:03:04:05:06:07:08:09:0A:0B:0C:0D:0E:0F:10:11:12:13:\
            14:15:16:17:18:19:1A:1B:1C:1D:1E:1F\\r\\na=mid:0\\r\\na=sctp-port:5000\\r\\n"}}
            """;

    @TempDir Path home;

    @Test
    void whatACommandAsksForInVainIsSaidAndTheSessionGoesOn() throws IOException {
        try (SoundServer sound = SoundServer.start(SoundServerKind.PIPEWIRE);
                TonewireProcess host =
                        TonewireProcess.start(
                                sound,
                                "Ann",
                                "host",
                                "--port",
                                "0",
                                "--output",
                                SoundServer.SPEAKERS,
                                "--commands",
                                "--json")) {
            host.awaitEvent("in the room", event -> event.is("joined"), Participant.SOON);
            answers(host, "output Scarlet", "no-such-device");
            answers(host, "add mic:Scarlet", "no-such-device");
            answers(host, "add tone:440,name=A", "live");
            answers(host, "origin source-2 mic:Scarlet", "no-such-device");
            TonewireEvent tooLong = answers(host, "chat " + "a".repeat(4_001), "chat-too-long");
            assertThat(tooLong.text("message")).contains("4001", "4000");
            answers(host, "chat good night", "good night");
            say(host, "leave");
            assertThat(host.awaitExit(Participant.SOON)).isZero();
        }
    }

    @Test
    void aDisplayThatDoesNotAnswerIsNamed() {
        try (TonewireProcess window =
                TonewireProcess.start(home, Map.of("DISPLAY", ":4711"), "Ann", "host")) {
            assertThat(window.awaitExit(Participant.SOON)).isEqualTo(2);
            assertThat(window.report()).contains(":4711").doesNotContain("\tat ", "Exception");
        }
    }

    /// With libwebrtc loaded, which speaks when the runtime goes before it.
    @Test
    void aServerThatMetAClientByHttpEndsWithoutAWord() throws Exception {
        try (TonewireProcess server =
                TonewireProcess.start(
                        home, Map.of(), "server", "server", "--port", "0", "--json")) {
            TonewireEvent listening =
                    server.awaitEvent(
                            "listening", event -> event.is("listening"), Participant.SOON);
            assertThat(offer((int) listening.number("port"))).contains("answer");
            server.interrupt();
            assertThat(server.awaitExit(Participant.SOON)).isZero();
            assertThat(server.strayLines()).isEmpty();
            assertThat(server.report()).doesNotContain("attach", "\tat ");
        }
    }

    private static String offer(int port) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request =
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/offer"))
                            .timeout(Participant.SOON)
                            .POST(HttpRequest.BodyPublishers.ofString(OFFER))
                            .build();
            return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
        }
    }

    /// What is told from the command on.
    private static TonewireEvent answers(TonewireProcess process, String command, String word)
            throws IOException {
        int mark = process.mark();
        say(process, command);
        return process.awaitEvent(
                mark,
                word + " on " + command.substring(0, Math.min(40, command.length())),
                event -> event.fields().toString().contains(word) && !event.isStatistics(),
                Participant.SOON);
    }

    private static void say(TonewireProcess process, String line) throws IOException {
        process.input().write((line + "\n").getBytes(StandardCharsets.UTF_8));
        process.input().flush();
    }
}
