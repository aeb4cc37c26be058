package org.tonewire.testbed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.tonewire.testbed.SoundServer.HEADPHONES;
import static org.tonewire.testbed.SoundServer.MICROPHONE;
import static org.tonewire.testbed.SoundServer.MOUTH;
import static org.tonewire.testbed.SoundServer.SPEAKERS;
import static org.tonewire.testbed.SoundServer.monitorOf;
import static org.tonewire.testbed.sound.Signals.LEFT_HZ;
import static org.tonewire.testbed.sound.Signals.RATE_HZ;
import static org.tonewire.testbed.sound.Signals.RIGHT_HZ;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tonewire.testbed.sound.InterruptionFinder;
import org.tonewire.testbed.sound.Levels;
import org.tonewire.testbed.sound.Signals;
import org.tonewire.testbed.sound.StereoSound;
import org.tonewire.testbed.sound.ToneMeter;
import org.tonewire.testbed.sound.WavFile;

/// The instruments themselves: what is played into a sink is what the recorder hears.
@Timeout(120)
class SoundServerTest {
    @TempDir Path folder;

    @ParameterizedTest
    @EnumSource
    void speakersAreHeardAsPlayed(SoundServerKind kind) throws IOException {
        heardAsPlayed(kind, SPEAKERS, monitorOf(SPEAKERS));
    }

    @ParameterizedTest
    @EnumSource
    void theMicrophoneHearsTheMouth(SoundServerKind kind) throws IOException {
        heardAsPlayed(kind, MOUTH, MICROPHONE);
    }

    private void heardAsPlayed(SoundServerKind kind, String sink, String source)
            throws IOException {
        var tones = Signals.tones(LEFT_HZ, RIGHT_HZ, -12, Duration.ofSeconds(8));
        var file = WavFile.write(folder.resolve("tones.wav"), tones);
        try (var server = SoundServer.start(kind);
                var recorder = Recorder.listenTo(server, source);
                var player = Player.play(server, file, sink)) {
            player.awaitEnd(Duration.ofSeconds(20));
            var heard = steadyPart(recorder.since(0));

            assertThat(ToneMeter.frequencyHz(heard.left(), RATE_HZ))
                    .isCloseTo(LEFT_HZ, within(LEFT_HZ * 1e-3));
            assertThat(ToneMeter.frequencyHz(heard.right(), RATE_HZ))
                    .isCloseTo(RIGHT_HZ, within(RIGHT_HZ * 1e-3));
            assertThat(ToneMeter.separationDb(heard)).isGreaterThan(60);
            assertThat(ToneMeter.levelDbfs(heard.left(), RATE_HZ, LEFT_HZ))
                    .isCloseTo(-12, within(0.2));
            assertThat(InterruptionFinder.find(heard.left(), RATE_HZ, 0.010)).isEmpty();
        }
    }

    /// Five seconds from where the sound begins, and a little more.
    private static StereoSound steadyPart(StereoSound recording) {
        int first = 0;
        while (Math.abs(recording.left()[first]) < 0.05) {
            first++;
        }
        var start = Duration.ofMillis(first / 48 + 500);
        return recording.part(start, Duration.ofSeconds(5));
    }

    @ParameterizedTest
    @EnumSource
    void sinksDoNotHearEachOther(SoundServerKind kind) throws IOException {
        var tones = Signals.tones(LEFT_HZ, RIGHT_HZ, -12, Duration.ofSeconds(5));
        var file = WavFile.write(folder.resolve("tones.wav"), tones);
        try (var server = SoundServer.start(kind);
                var recorder = Recorder.listenTo(server, monitorOf(HEADPHONES));
                var _ = Player.play(server, file, SPEAKERS)) {
            assertThat(Levels.isSilent(recorder.next(Duration.ofSeconds(3)))).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aCableCanBePulled(SoundServerKind kind) {
        try (var server = SoundServer.start(kind)) {
            var module = server.addSink("usb");
            assertThat(server.pactl("list", "short", "sinks")).contains("usb");

            server.removeModule(module);

            assertThat(server.pactl("list", "short", "sinks")).doesNotContain("usb");
        }
    }

    @Test
    void serversAreIndependentAndLeaveNothingBehind() {
        Path first;
        Path second;
        try (var one = SoundServer.start(SoundServerKind.PIPEWIRE);
                var other = SoundServer.start(SoundServerKind.PIPEWIRE)) {
            one.addSink("onlyHere");
            assertThat(other.pactl("list", "short", "sinks")).doesNotContain("onlyHere");
            first = one.folder();
            second = other.folder();
        }
        assertThat(Files.exists(first)).isFalse();
        assertThat(Files.exists(second)).isFalse();
        assertThat(ProcessHandle.current().descendants().filter(ProcessHandle::isAlive)).isEmpty();
    }
}
