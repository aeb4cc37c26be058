package org.tonewire.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.tonewire.testbed.sound.Signals.LEFT_HZ;
import static org.tonewire.testbed.sound.Signals.RIGHT_HZ;

import com.google.gson.JsonArray;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tonewire.testbed.TonewireProcess;
import org.tonewire.testbed.browser.Chromium;
import org.tonewire.testbed.room.Participant;
import org.tonewire.testbed.sound.Signals;
import org.tonewire.testbed.sound.WavFile;

/// A browser opens the listen link of a room that a real process hosts. No sound server.
class ListeningInBrowserTest {
    private static final double FILE_DB = -12;
    private static final double APART_DB = 40;
    private static final Map<String, String> NO_SOUND =
            Map.of("PULSE_SERVER", "unix:/nonexistent/native", "XDG_RUNTIME_DIR", "/nonexistent");

    /// The peak level of both tones in each channel of the track. An analyser's window takes 7.54
    /// dB of a tone, and half of it is at the negative frequency.
    private static final String LEVELS =
            """
            (async () => {
              const context = new AudioContext();
              await context.resume();
              const splitter = context.createChannelSplitter(2);
              const stream = document.querySelector('audio').srcObject;
              context.createMediaStreamSource(stream).connect(splitter);
              const analysers = [0, 1].map(channel => {
                const analyser = context.createAnalyser();
                analyser.fftSize = 32768;
                analyser.smoothingTimeConstant = 0;
                splitter.connect(analyser, channel);
                return analyser;
              });
              await new Promise(done => setTimeout(done, 1500));
              const levels = analysers.flatMap(analyser => {
                const all = new Float32Array(analyser.frequencyBinCount);
                analyser.getFloatFrequencyData(all);
                return [%f, %f].map(hz => {
                  const bin = Math.round(hz * analyser.fftSize / context.sampleRate);
                  return Math.max(-200, ...all.slice(bin - 3, bin + 4)) + 13.56;
                });
              });
              await context.close();
              return levels;
            })()
            """
                    .formatted(LEFT_HZ, RIGHT_HZ);

    /// What a server or a network does that puts its own key in the place of the host's.
    private static final String OTHER_FINGERPRINTS =
            """
            const Real = WebSocket;
            window.WebSocket = class extends Real {
              set onmessage(handler) {
                super.onmessage = event => handler({
                  data: event.data.replaceAll(/(fingerprint:sha-256 )../g, '$100'),
                });
              }
            };
            """;

    @TempDir Path folder;
    private Participant host;
    private String link;

    @BeforeEach
    void open() throws IOException {
        Path tones =
                WavFile.write(
                        folder.resolve("tones.wav"),
                        Signals.tones(LEFT_HZ, RIGHT_HZ, FILE_DB, Duration.ofSeconds(30)));
        List<String> arguments =
                List.of(
                        "host",
                        "--port",
                        "0",
                        "--advertise",
                        "127.0.0.1",
                        "--name",
                        "Ann",
                        "--headless",
                        "--json",
                        "--commands",
                        "--output",
                        "none",
                        "--source",
                        "file:" + tones + ",loop,name=Mix");
        host =
                new Participant(
                        "Ann",
                        TonewireProcess.start(
                                folder.resolve("Ann"),
                                NO_SOUND,
                                "Ann",
                                arguments.toArray(String[]::new)));
        link =
                host.process()
                        .awaitEvent("listening", event -> event.is("listening"), Participant.SOON)
                        .text("listenLink");
        host.awaitLive("Mix");
    }

    @AfterEach
    void close() {
        host.close();
    }

    @Test
    void oneTapPlaysLeftAndRightApartUntilTheInviteIsRenewed() {
        try (Chromium browser = Chromium.start(folder.resolve("browser"), "de")) {
            browser.open(link);
            browser.press("listen");
            browser.awaitText("Verbunden");
            browser.awaitText("Mix");
            assertThat(
                            host.process()
                                    .awaitEvent(
                                            "the guest",
                                            event -> event.is("participant-joined"),
                                            Participant.SOON)
                                    .text("role"))
                    .isEqualTo("guest");

            JsonArray levels = browser.evaluate(LEVELS).getAsJsonArray();

            double leftInLeft = levels.get(0).getAsDouble();
            double rightInLeft = levels.get(1).getAsDouble();
            double leftInRight = levels.get(2).getAsDouble();
            double rightInRight = levels.get(3).getAsDouble();
            assertThat(leftInLeft).as("left: %s", levels).isCloseTo(FILE_DB, within(1.0));
            assertThat(rightInRight).as("right: %s", levels).isCloseTo(FILE_DB, within(1.0));
            assertThat(leftInLeft - rightInLeft).as("left: %s", levels).isGreaterThan(APART_DB);
            assertThat(rightInRight - leftInRight).as("right: %s", levels).isGreaterThan(APART_DB);
            assertThat(browser.evaluate("document.querySelector('audio').paused").getAsBoolean())
                    .isFalse();

            host.say("renew-invite");
            browser.awaitText("Dieser Link gilt nicht mehr");
        }
    }

    @Test
    void aPageWhoseServerSwapsFingerprintsPlaysNothingAndSaysSo() {
        try (Chromium browser = Chromium.start(folder.resolve("browser"), "en")) {
            browser.runFirst(OTHER_FINGERPRINTS);
            browser.open(link);
            browser.press("listen");

            browser.awaitText("Somebody between you and Ann changed the connection");

            browser.awaitText("Refused");
            assertThat(browser.evaluate("document.querySelectorAll('audio').length").getAsInt())
                    .isZero();
        }
    }
}
