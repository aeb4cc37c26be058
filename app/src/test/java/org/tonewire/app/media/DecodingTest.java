package org.tonewire.app.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.core.problem.Reason;
import org.tonewire.app.core.source.SourceOpening;
import org.tonewire.app.core.source.SourceOrigin;
import org.tonewire.app.core.source.SourceStream;
import org.tonewire.app.media.decode.StreamTimeouts;

class DecodingTest {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    @TempDir Path folder;

    @ParameterizedTest
    @CsvSource({
        "t.flac, flac, , 0.0005",
        "t.mp3, libmp3lame, 192k, 0.002",
        "t.m4a, aac, 192k, 0.05",
        "t.ogg, libvorbis, 192k, 0.002",
        "t.opus, libopus, 192k, 0.01",
    })
    void everyKindKeepsFrequencyLevelAndLength(
            String name, String codec, String bitrate, double lengthTolerance) throws Exception {
        Path wav = SampleFiles.wav(folder, 44_100, 2, 1.5);
        Path file =
                bitrate == null
                        ? SampleFiles.encoded(folder, wav, name, "-c:a", codec)
                        : SampleFiles.encoded(folder, wav, name, "-c:a", codec, "-b:a", bitrate);
        soundsRight(file, name, lengthTolerance);
    }

    @ParameterizedTest
    @CsvSource({"48000, 2", "8000, 1", "96000, 2", "22050, 1", "192000, 2"})
    void everyRateIsConvertedTo48KilohertzStereo(int rateHz, int channels) throws Exception {
        Heard heard = play(SampleFiles.wav(folder, rateHz, channels, 1));
        int right = channels == 1 ? 440 : 1_000;
        assertThat(middle(heard, 0).frequencyHz()).isCloseTo(440, within(0.2));
        assertThat(middle(heard, 1).frequencyHz()).isCloseTo(right, within(0.2));
        assertThat(middle(heard, 0).levelDb()).isCloseTo(-15.05, within(0.2));
        assertThat(middle(heard, 1).levelDb()).isCloseTo(-15.05, within(0.2));
        assertThat(heard.frames()).isBetween(100, 101);
    }

    @Test
    void aFileAt48KilohertzIsNotChanged() throws Exception {
        Heard heard = play(SampleFiles.wav(folder, 48_000, 2, 0.205));
        float[] left = heard.channel(0);
        assertThat(left).hasSize(21 * 480);
        for (int i = 0; i < 9_840; i++) {
            double value = Math.round(0.25 * Math.sin(2 * Math.PI * 440 * i / 48_000) * 32_767);
            assertThat((double) left[i]).isCloseTo(value / 32_768, within(1e-6));
        }
        assertThat(left[9_840]).isZero();
        assertThat(left[10_079]).isZero();
    }

    @Test
    void theSoundOfAVideoIsPlayed() throws Exception {
        Path wav = SampleFiles.wav(folder, 48_000, 2, 1.5);
        Path video =
                SampleFiles.encoded(
                        folder,
                        wav,
                        "v.mp4",
                        "-f",
                        "lavfi",
                        "-i",
                        "testsrc=size=64x64:rate=5:duration=1",
                        "-c:v",
                        "mpeg4",
                        "-c:a",
                        "aac",
                        "-b:a",
                        "192k");
        soundsRight(video, "v.mp4", 0.05);
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 6, 8})
    void manyLoudChannelsAreMixedDownWithoutClipping(int channels) throws Exception {
        Path quiet = SampleFiles.wav(folder, 48_000, channels, 0.5);
        Path loud = SampleFiles.encoded(folder, quiet, "loud.wav", "-af", "volume=3.9");
        Path mixed = SampleFiles.encoded(folder, loud, "mixed.wav", "-ac", "2");
        Heard heard = play(loud);
        Heard others = play(mixed);
        for (int side = 0; side < 2; side++) {
            for (float value : heard.channel(side)) {
                assertThat((double) value).isBetween(-1.0, 1.0);
            }
            assertThat(middle(heard, side).levelDb())
                    .isCloseTo(middle(others, side).levelDb(), within(3.0));
        }
    }

    @Test
    void theLabelIsTheFilesArtistAndTitle() throws Exception {
        Path wav = SampleFiles.wav(folder, 48_000, 2, 0.2);
        Path file =
                SampleFiles.encoded(
                        folder,
                        wav,
                        "x.flac",
                        "-metadata",
                        "title=Prelude",
                        "-metadata",
                        "artist=Bach");
        SourceStream stream = open(file, false);
        assertThat(stream.label()).isEqualTo("Bach – Prelude");
        stream.close();
    }

    /// Tags of RIFF files have no encoding of their own; those of ID3 often claim a wrong one.
    @ParameterizedTest
    @CsvSource({
        "plain.wav,   INAM, windows-1252, Café à Zürich, Café à Zürich",
        "japan.wav,   INAM, Shift_JIS,    さくらのうた,  さくらのうた",
        "cyril.wav,   INAM, windows-1251, Радио,         cyril.wav",
        "utf.wav,     INAM, UTF-8,        Ψαλμός,        Ψαλμός",
        "latin.mp3,   TIT2, windows-1252, “Élan” – live, “Élan” – live",
        "japan.mp3,   TIT2, Shift_JIS,    さくらのうた,  さくらのうた",
    })
    void aTitleIsReadableOrTheFilesName(
            String name, String field, String encoding, String title, String label)
            throws Exception {
        Path wav = SampleFiles.wav(folder, 48_000, 2, 0.2);
        String mark = "X".repeat(title.getBytes(Charset.forName(encoding)).length);
        Path file =
                SampleFiles.encoded(
                        folder, wav, name, "-metadata", "title=" + mark, "-id3v2_version", "3");
        String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
        String written =
                new String(title.getBytes(Charset.forName(encoding)), StandardCharsets.ISO_8859_1);
        assertThat(bytes).contains(field, mark);
        Files.writeString(file, bytes.replace(mark, written), StandardCharsets.ISO_8859_1);
        SourceStream stream = open(file, false);
        assertThat(stream.label()).isEqualTo(label);
        stream.close();
    }

    @Test
    void aLoopGoesOnWithoutAGapOrAClick() throws Exception {
        SourceStream stream = open(SampleFiles.wav(folder, 44_100, 2, 0.5), true);
        Heard heard = Heard.of(stream).untilFrames(230, LIMIT);
        assertThat(stream.position().total()).contains(Duration.ofMillis(500));
        stream.close();
        Wave all = new Wave(heard.channel(0));
        assertThat(all.part(1_000, 100_000).frequencyHz()).isCloseTo(440, within(0.1));
        assertThat(all.part(1_000, 100_000).steepest()).isLessThan(0.25 * 0.0576 * 1.2);
        assertThat(heard.ends()).isZero();
        assertThat(stream.health().gaps()).isZero();
    }

    @Test
    void lengthAndPositionAreKnown() throws Exception {
        SourceStream stream = open(SampleFiles.wav(folder, 48_000, 2, 0.5), false);
        assertThat(stream.position().total()).isEqualTo(Optional.of(Duration.ofMillis(500)));
        assertThat(stream.position().elapsed()).isZero();
        Heard.of(stream).untilOver(LIMIT);
        assertThat(stream.position().elapsed()).isEqualTo(Duration.ofMillis(500));
    }

    @Test
    void aTruncatedFileIsPlayedToItsEnd() throws Exception {
        Path wav = SampleFiles.wav(folder, 48_000, 2, 1);
        Path whole = SampleFiles.encoded(folder, wav, "w.flac", "-c:a", "flac");
        byte[] bytes = Files.readAllBytes(whole);
        Path cut = folder.resolve("cut.flac");
        Files.write(cut, java.util.Arrays.copyOf(bytes, bytes.length * 6 / 10));
        Heard heard = play(cut);
        assertThat(heard.frames()).isBetween(30, 80);
        assertThat(heard.ends()).isEqualTo(1);
    }

    /// As damaged files of floating point have.
    @Test
    void whatIsNoNumberIsSilence() throws Exception {
        Path wav = SampleFiles.wav(folder, 48_000, 2, 0.3);
        Path file = SampleFiles.encoded(folder, wav, "f.wav", "-c:a", "pcm_f32le");
        byte[] bytes = Files.readAllBytes(file);
        java.util.Arrays.fill(bytes, 20_000, 21_000, (byte) 0xff);
        Files.write(file, bytes);
        for (float value : play(file).channel(0)) {
            assertThat(value).isFinite();
        }
    }

    @Test
    void aLoopedFileThatVanishesIsReported() throws Exception {
        Path file = SampleFiles.wav(folder, 48_000, 2, 0.2);
        SourceStream stream = open(file, true);
        Heard heard = Heard.of(stream);
        heard.untilFrames(30, LIMIT);
        Files.delete(file);
        heard.untilOver(LIMIT);
        assertThat(heard.problem()).isEqualTo(problem(Reason.FILE_VANISHED, file));
        stream.close();
    }

    @Test
    void filesThatCannotBePlayedAreRefusedWithTheReason() throws Exception {
        byte[] noise = new byte[20_000];
        new Random(3).nextBytes(noise);
        Path garbage = Files.write(folder.resolve("garbage.wav"), noise);
        Path text = Files.writeString(folder.resolve("text.txt"), "hello\n".repeat(500));
        Path empty = Files.createFile(folder.resolve("empty.mp3"));
        Path absent = folder.resolve("absent.mp3");
        refused(garbage, Reason.NOT_AUDIO);
        refused(text, Reason.NOT_AUDIO);
        refused(empty, Reason.NOT_AUDIO);
        refused(absent, Reason.FILE_NOT_FOUND);
        refused(folder, Reason.FILE_IS_FOLDER);
    }

    @Test
    void aPipeIsPlayedLikeAFileAndSaysWhatItIs() throws Exception {
        byte[] wav = Files.readAllBytes(SampleFiles.wav(folder, 48_000, 2, 0.3));
        assertThat(play(pipe("sound", wav)).frames()).isEqualTo(30);
        Path raw = pipe("raw", new byte[9_000]);
        refused(raw, Reason.PIPE_NOT_AUDIO);
    }

    /// A named pipe, with someone who writes into it.
    private Path pipe(String name, byte[] content) throws Exception {
        Path pipe = folder.resolve(name);
        new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor();
        Thread.ofPlatform()
                .daemon()
                .start(() -> {
                    try {
                        Files.write(pipe, content);
                    } catch (IOException _) {
                        // The reader has seen enough.
                    }
                });
        return pipe;
    }

    @Test
    void aNameNeedNotBeUtf8() throws Exception {
        Path wav = SampleFiles.wav(folder, 48_000, 2, 0.3);
        Path odd = Path.of(URI.create(folder.toUri() + "%FF%FCber.wav"));
        Files.copy(wav, odd);
        SourceStream stream = open(odd, false);
        assertThat(stream.label()).doesNotContain("\ufffd").endsWith("ber.wav");
        assertThat(Heard.of(stream).untilOver(LIMIT).frames()).isEqualTo(30);
    }

    @Test
    void aPictureIsNotAudio() throws Exception {
        Path wav = SampleFiles.wav(folder, 48_000, 2, 0.1);
        Path picture =
                SampleFiles.encoded(
                        folder,
                        wav,
                        "p.png",
                        "-f",
                        "lavfi",
                        "-i",
                        "testsrc=size=64x64",
                        "-map",
                        "1:v",
                        "-frames:v",
                        "1");
        refused(picture, Reason.NOT_AUDIO);
    }

    @Test
    void aLocalPlaylistOpensNoOtherFile() throws Exception {
        Path wav = SampleFiles.wav(folder, 48_000, 2, 0.5);
        Path segment = SampleFiles.encoded(folder, wav, "seg.ts", "-c:a", "aac");
        String m3u8 =
                "#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXTINF:1,\n" + segment + "\n#EXT-X-ENDLIST\n";
        Path playlist = Files.writeString(folder.resolve("list.m3u8"), m3u8);
        Path concat =
                Files.writeString(
                        folder.resolve("list.ffconcat"), "ffconcat version 1.0\nfile seg.ts\n");
        refused(playlist, Reason.NOT_AUDIO);
        refused(concat, Reason.NOT_AUDIO);
    }

    private void soundsRight(Path file, String label, double lengthTolerance) {
        SourceStream stream = open(file, false);
        assertThat(stream.label()).isEqualTo(label);
        Heard heard = Heard.of(stream).untilOver(LIMIT);
        assertThat(heard.problem()).isNull();
        assertThat(heard.ends()).isEqualTo(1);
        assertThat(stream.health().gaps()).isZero();
        assertThat(middle(heard, 0).frequencyHz()).isCloseTo(440, within(0.2));
        assertThat(middle(heard, 1).frequencyHz()).isCloseTo(1_000, within(0.4));
        assertThat(middle(heard, 0).levelDb()).isCloseTo(-15.05, within(0.4));
        double seconds = stream.position().elapsed().toNanos() / 1e9;
        assertThat(seconds).isCloseTo(1.5, within(lengthTolerance));
    }

    private static Wave middle(Heard heard, int channel) {
        Wave all = new Wave(heard.channel(channel));
        return all.part(all.length() / 4, all.length() * 3 / 4);
    }

    private Heard play(Path file) {
        Heard heard = Heard.of(open(file, false)).untilOver(LIMIT);
        assertThat(heard.problem()).isNull();
        return heard;
    }

    private static SourceStream open(Path file, boolean loop) {
        SourceOpening opening = sources().open(new SourceOrigin.AudioFile(file, loop));
        assertThat(opening).isInstanceOf(SourceOpening.Opened.class);
        return ((SourceOpening.Opened) opening).stream();
    }

    private static void refused(Path file, Reason reason) {
        SourceOpening opening = sources().open(new SourceOrigin.AudioFile(file, false));
        assertThat(opening).isEqualTo(new SourceOpening.Failed(problem(reason, file)));
    }

    private static Problem problem(Reason reason, Path file) {
        return new Problem(reason, String.valueOf(file.getFileName()));
    }

    private static MediaSources sources() {
        return new HandedTime().sources(StreamTimeouts.USUAL);
    }
}
