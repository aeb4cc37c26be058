package org.tonewire.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tonewire.testbed.SoundServer.MOUTH;
import static org.tonewire.testbed.SoundServer.SPEAKERS;
import static org.tonewire.testbed.SoundServer.monitorOf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tonewire.testbed.Player;
import org.tonewire.testbed.Recorder;
import org.tonewire.testbed.Screen;
import org.tonewire.testbed.SoundServer;
import org.tonewire.testbed.SoundServerKind;
import org.tonewire.testbed.TonewireProcess;
import org.tonewire.testbed.hearing.Hearing;
import org.tonewire.testbed.room.Call;
import org.tonewire.testbed.room.Participant;
import org.tonewire.testbed.sound.Levels;
import org.tonewire.testbed.sound.Signals;
import org.tonewire.testbed.sound.WavFile;

/// Somebody speaks without a pause into the microphone of a window that is an icon; another hears
/// them while the talk key is held, and not a sample before and after.
class PushToTalkTest {
    private static final String HOLD_F8 =
            """
            {"version": 2, "name": "Ann", "welcomed": true, "talk": {"mode": "hold", "key": "F8"}}
            """;
    private static final Duration BEFORE = Duration.ofSeconds(2);
    private static final Duration AFTER = Duration.ofSeconds(1);
    private static final Duration LONG_ENOUGH = Duration.ofMinutes(4);

    @TempDir Path folder;

    @Test
    void aMicrophoneIsHeardWhileTheKeyIsHeldWhicheverWindowIsInFront() throws IOException {
        Path speech =
                WavFile.write(
                        folder.resolve("speech.wav"),
                        Signals.tones(Signals.LEFT_HZ, Signals.RIGHT_HZ, -12, LONG_ENOUGH));
        try (Call call = Call.hostedWith(SoundServerKind.PIPEWIRE, "--output", SPEAKERS);
                Screen screen = Screen.start();
                Player _ = Player.play(call.sound(), speech, MOUTH);
                TonewireProcess ann = window(call.sound(), screen, call.invite())) {
            Participant bob = call.host();
            bob.awaitFlowing("Voice");
            try (Recorder recorder = Recorder.listenTo(call.sound(), monitorOf(SPEAKERS))) {
                Hearing hearing = new Hearing(recorder, () -> call.report() + "\n" + ann.report());
                screen.type("search", "--name", "^Tonewire$", "windowminimize", "%@");
                assertThat(Levels.isSilent(recorder.next(BEFORE))).as("before the key").isTrue();

                int pressed = bob.process().mark();
                screen.type("keydown", "F8");
                awaitMuted(bob, pressed, false);
                hearing.await("the voice", window -> window.peakDbfs() > -30);

                int released = bob.process().mark();
                screen.type("keyup", "F8");
                awaitMuted(bob, released, true);
                hearing.awaitSilence("after the key");
                assertThat(Levels.isSilent(recorder.next(AFTER))).as("after the key").isTrue();
            }
        }
    }

    private TonewireProcess window(SoundServer sound, Screen screen, String invite)
            throws IOException {
        Path home = folder.resolve("Ann");
        Path settings = home.resolve(".config/tonewire/settings.json");
        Files.createDirectories(settings.getParent());
        Files.writeString(settings, HOLD_F8);
        Map<String, String> environment = new HashMap<>(sound.environment());
        environment.put("DISPLAY", screen.display());
        environment.put("WAYLAND_DISPLAY", "");
        environment.put("XDG_SESSION_TYPE", "x11");
        return TonewireProcess.start(
                home,
                environment,
                "Ann",
                "join",
                invite,
                "--name",
                "Ann",
                "--source",
                "mic,profile=music,name=Voice",
                "--output",
                "none");
    }

    private static void awaitMuted(Participant listener, int mark, boolean muted) {
        listener.process()
                .awaitEvent(
                        mark,
                        muted ? "Voice muted" : "Voice open",
                        event ->
                                event.is("track-changed")
                                        && event.text("name").equals("Voice")
                                        && event.text("muted").equals(Boolean.toString(muted)),
                        Participant.SOON);
    }
}
