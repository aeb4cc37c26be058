package org.tonewire.testbed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tonewire.testbed.SoundServer.HEADPHONES;
import static org.tonewire.testbed.SoundServer.MICROPHONE;
import static org.tonewire.testbed.SoundServer.MOUTH;
import static org.tonewire.testbed.SoundServer.SPEAKERS;
import static org.tonewire.testbed.SoundServer.monitorOf;
import static org.tonewire.testbed.sound.Signals.LEFT_HZ;
import static org.tonewire.testbed.sound.Signals.RIGHT_HZ;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tonewire.testbed.hearing.Hearing;
import org.tonewire.testbed.sound.Levels;
import org.tonewire.testbed.sound.Signals;
import org.tonewire.testbed.sound.WavFile;

/// The instruments themselves: what is played into a sink is what the recorder hears.
class SoundServerTest {
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(90);

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
        try (var server = SoundServer.start(kind);
                var recorder = Recorder.listenTo(server, source);
                var _ = Player.play(server, tones(), sink)) {
            new Hearing(recorder, () -> kind + " " + source)
                    .await("a tone a channel", window -> window.hasTones(LEFT_HZ, RIGHT_HZ, -12));
        }
    }

    private Path tones() throws IOException {
        var tones = Signals.tones(LEFT_HZ, RIGHT_HZ, -12, LONG_ENOUGH);
        return WavFile.write(folder.resolve("tones.wav"), tones);
    }

    @ParameterizedTest
    @EnumSource
    void sinksDoNotHearEachOther(SoundServerKind kind) throws IOException {
        try (var server = SoundServer.start(kind);
                var played = Recorder.listenTo(server, monitorOf(SPEAKERS));
                var other = Recorder.listenTo(server, monitorOf(HEADPHONES));
                var _ = Player.play(server, tones(), SPEAKERS)) {
            new Hearing(played, () -> kind + " speakers")
                    .await("a tone a channel", window -> window.hasTones(LEFT_HZ, RIGHT_HZ, -12));
            assertThat(Levels.isSilent(other.since(0))).isTrue();
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
        List<ProcessHandle> processes;
        try (var one = SoundServer.start(SoundServerKind.PIPEWIRE);
                var other = SoundServer.start(SoundServerKind.PIPEWIRE)) {
            one.addSink("onlyHere");
            assertThat(other.pactl("list", "short", "sinks")).doesNotContain("onlyHere");
            first = one.folder();
            second = other.folder();
            processes = Stream.concat(one.running(), other.running()).toList();
            assertThat(processes).isNotEmpty();
        }
        assertThat(Files.exists(first)).isFalse();
        assertThat(Files.exists(second)).isFalse();
        assertThat(processes).noneMatch(ProcessHandle::isAlive);
    }
}
