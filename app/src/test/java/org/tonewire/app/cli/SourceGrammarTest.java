package org.tonewire.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.tonewire.app.cli.SourceGrammar.SyntaxException;
import org.tonewire.app.core.audio.ChannelChoice;
import org.tonewire.app.core.device.DeviceId;
import org.tonewire.app.core.source.Profile;
import org.tonewire.app.core.source.SourceOrigin;
import org.tonewire.app.core.source.SourceSpec;

class SourceGrammarTest {
    @ParameterizedTest
    @MethodSource({"origins", "files"})
    void everyKindOfSourceIsParsed(String word, SourceOrigin origin) throws SyntaxException {
        assertThat(SourceGrammar.parse(word).origin()).isEqualTo(origin);
    }

    static Stream<Arguments> origins() {
        return Stream.of(
                arguments("mic", new SourceOrigin.Microphone(Optional.empty())),
                arguments("mic:", new SourceOrigin.Microphone(Optional.empty())),
                arguments("mic:USB, front: left", microphone("USB, front: left")),
                arguments("system", new SourceOrigin.SystemAudio(Optional.empty())),
                arguments(
                        "system:Speakers",
                        new SourceOrigin.SystemAudio(Optional.of(DeviceId.typed("Speakers")))),
                arguments("file:a.flac", file("a.flac", false)),
                arguments("file:/m/a, b.flac,loop", file("/m/a, b.flac", true)),
                arguments("file:/m/a,loop.flac", file("/m/a,loop.flac", false)),
                arguments(
                        "url:https://radio.example:8000/a,b?c=d,e",
                        new SourceOrigin.Address(
                                URI.create("https://radio.example:8000/a,b?c=d,e"))),
                arguments(
                        "url:HTTP://radio.example/",
                        new SourceOrigin.Address(URI.create("HTTP://radio.example/"))),
                arguments(
                        "url: http://my_radio:8900/My Station|1.mp3 ",
                        new SourceOrigin.Address(
                                URI.create("http://my_radio:8900/My%20Station%7C1.mp3"))),
                arguments("pipe:", new SourceOrigin.Pipe()),
                arguments("pipe", new SourceOrigin.Pipe()),
                arguments("tone:440", new SourceOrigin.Tone(440)),
                arguments("tone:20", new SourceOrigin.Tone(20)),
                arguments("tone:20000", new SourceOrigin.Tone(20_000)),
                arguments("tone:997.5", new SourceOrigin.Tone(997.5)));
    }

    static Stream<Arguments> files() {
        return Stream.of(
                arguments("file:C:x.wav", file("C:x.wav", false)),
                arguments("file:Bach\\,loop", file("Bach,loop", false)),
                arguments("file:Bach\\,loop,loop", file("Bach,loop", true)),
                arguments("file:a\\,gain=3.flac", file("a,gain=3.flac", false)),
                arguments("file:a\\b.flac", file("a\\b.flac", false)),
                arguments("file:///m/a%20b,%C3%BC?.mp3", file("/m/a b,ü?.mp3", false)),
                arguments("file:///m/Bach%2Cloop", file("/m/Bach,loop", false)),
                arguments("file://localhost/m/a b.mp3", file("/m/a b.mp3", false)),
                arguments("file://m/a b.mp3", file("/m/a b.mp3", false)),
                arguments("file:~/a.mp3", file(System.getProperty("user.home") + "/a.mp3", false)),
                arguments("file:~a.mp3", file("~a.mp3", false)));
    }

    @Test
    void optionsMayFollowASourceInAnyOrder() throws SyntaxException {
        SourceSpec spec =
                SourceGrammar.parse(
                        "file:/m/a.flac,name=The mix,channels=Right,gain=-6.5,loop,profile=Studio");

        assertThat(spec)
                .isEqualTo(
                        new SourceSpec(
                                file("/m/a.flac", true),
                                Profile.STUDIO,
                                ChannelChoice.RIGHT,
                                -6.5,
                                Optional.of("The mix")));
    }

    @Test
    void aMicrophoneDefaultsToVoiceAndEverythingElseToMusic() throws SyntaxException {
        assertThat(SourceGrammar.parse("mic").profile()).isEqualTo(Profile.VOICE);
        assertThat(SourceGrammar.parse("mic,profile=music").profile()).isEqualTo(Profile.MUSIC);
        assertThat(SourceGrammar.parse("system").profile()).isEqualTo(Profile.MUSIC);
        assertThat(SourceGrammar.parse("tone:440").profile()).isEqualTo(Profile.MUSIC);
    }

    @Test
    void withoutOptionsBothChannelsComeAsTheyAreWithoutAName() throws SyntaxException {
        SourceSpec spec = SourceGrammar.parse("mic");

        assertThat(spec.channels()).isEqualTo(ChannelChoice.BOTH);
        assertThat(spec.gainDb()).isZero();
        assertThat(spec.name()).isEmpty();
        assertThat(SourceGrammar.parse("mic,name= ").name()).isEmpty();
        assertThat(SourceGrammar.parse("mic,name= Ann ").name()).contains("Ann");
        assertThat(SourceGrammar.parse("mic,name=Bach\\,loop").name()).contains("Bach,loop");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "~~ | no such source",
                "radio:x | no such source: radio",
                "mic,loud | no such source",
                "file: | needs a path",
                "~file: ~ | needs a path",
                "url: | begins with http",
                "url:radio.example | begins with http",
                "url:ftp://radio.example/ | begins with http",
                "url:file:///etc/passwd | begins with http",
                "~url:http://a b/~ | ~no server is called \"a b\"~",
                "~url:http://a:b/~ | ~a port is 1 to 65535, not \"b\"~",
                "pipe:x | takes nothing behind it",
                "tone: | needs a frequency",
                "tone:A4 | needs a frequency",
                "tone:19.9 | between 20 and 20000",
                "tone:20001 | between 20 and 20000",
                "tone:NaN | between 20 and 20000",
                "tone:Infinity | between 20 and 20000",
                "tone:-440 | between 20 and 20000",
                "mic,gain=loud | needs decibels",
                "mic,gain= | needs decibels",
                "mic,gain=12.1 | between -60 and 12",
                "mic,gain=-61 | between -60 and 12",
                "mic,gain=NaN | between -60 and 12",
                "mic,profile=best | voice, music or studio",
                "mic,channels=2 | both, left, right or mono",
                "mic,loop | only a file can loop",
                "url:http://radio.example/,loop | only a file can loop",
                "tone:440,loop | only a file can loop",
            })
    void anInvalidSourceIsRefusedWithTheReason(String word, String why) {
        assertThatThrownBy(() -> SourceGrammar.parse(word))
                .isInstanceOf(SyntaxException.class)
                .hasMessageContaining(why);
    }

    @Test
    void anyTextIsEitherASourceOrRefused() {
        Random random = new Random(11);
        String[] pieces = {
            "mic", "file", "url", "tone", ":", ",", "=", "gain", "loop", "name", "1e9", "http://",
            "\u0000", "\ud800", " ", "\u00fc", "%", "[", "\n"
        };
        for (int i = 0; i < 20_000; i++) {
            StringBuilder word = new StringBuilder();
            for (int k = random.nextInt(8); k >= 0; k--) {
                word.append(pieces[random.nextInt(pieces.length)]);
            }
            try {
                SourceSpec spec = SourceGrammar.parse(word.toString());
                assertThat(spec.gainDb()).isBetween(-60.0, 12.0);
            } catch (SyntaxException refused) {
                assertThat(refused.getMessage()).isNotBlank();
            }
        }
    }

    private static SourceOrigin microphone(String name) {
        return new SourceOrigin.Microphone(Optional.of(DeviceId.typed(name)));
    }

    private static SourceOrigin file(String path, boolean loop) {
        return new SourceOrigin.AudioFile(Path.of(path), loop);
    }
}
