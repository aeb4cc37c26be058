package org.tonewire.app.media;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.tonewire.app.core.source.SourceOpening;
import org.tonewire.app.core.source.SourceOrigin;
import org.tonewire.app.core.source.SourceStream;
import org.tonewire.app.media.decode.StreamTimeouts;

/// Plays files by hand, and compares length and level with what the `ffmpeg` program makes of them:
/// `CompareFiles FOLDER`. `CompareFiles` makes the corpus in a new folder and compares that.
public final class CompareFiles {
    private static final Duration LIMIT = Duration.ofMinutes(5);
    private static final double MOST_SECONDS_APART = 0.06;
    private static final double MOST_DB_APART = 1;

    private CompareFiles() {}

    /// What was heard of a file.
    private record Answer(String end, double seconds, double leftDb, double rightDb) {
        boolean isLike(Answer other) {
            return end.equals(other.end)
                    && Math.abs(seconds - other.seconds) < MOST_SECONDS_APART
                    && near(leftDb, other.leftDb)
                    && near(rightDb, other.rightDb);
        }

        private static boolean near(double one, double other) {
            return Math.abs(Math.max(-90, one) - Math.max(-90, other)) < MOST_DB_APART;
        }

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT, "%-12s %8.3f s %6.1f %6.1f dB", end, seconds, leftDb, rightDb);
        }
    }

    public static void main(String[] arguments) throws Exception {
        List<Path> files = new ArrayList<>();
        if (arguments.length > 0) {
            try (Stream<Path> found = Files.walk(Path.of(arguments[0]))) {
                found.filter(Files::isRegularFile).sorted().forEach(files::add);
            }
        } else {
            Path folder = Files.createTempDirectory("corpus");
            Corpus.make(folder).forEach(sample -> files.add(sample.file()));
        }
        int unlike = 0;
        for (Path file : files) {
            Answer ours = ours(file);
            Answer theirs = theirs(file);
            boolean alike = ours.isLike(theirs);
            unlike += alike ? 0 : 1;
            System.out.printf(
                    "%s %-22s %s | %s%n", alike ? " " : "!", file.getFileName(), ours, theirs);
        }
        System.out.printf("%d files, %d differ%n", files.size(), unlike);
        System.exit(unlike == 0 ? 0 : 1);
    }

    private static Answer ours(Path file) {
        MediaSources sources = new HandedTime().sources(StreamTimeouts.USUAL);
        return switch (sources.open(new SourceOrigin.AudioFile(file, false))) {
            case SourceOpening.Failed(var problem) ->
                    new Answer(problem.reason().name(), 0, -180, -180);
            case SourceOpening.Opened(SourceStream stream) -> {
                Heard heard = Heard.of(stream).untilOver(LIMIT);
                var problem = heard.problem();
                yield answer(
                        problem == null ? "finished" : problem.reason().name(),
                        stream.position().elapsed().toNanos() / 1e9,
                        heard.channel(0),
                        heard.channel(1));
            }
        };
    }

    private static Answer answer(String end, double seconds, float[] left, float[] right) {
        return new Answer(end, seconds, level(left, seconds), level(right, seconds));
    }

    private static double level(float[] channel, double seconds) {
        int length = (int) Math.min(channel.length, Math.round(seconds * 48_000));
        return length == 0 ? -180 : new Wave(channel).part(0, length).levelDb();
    }

    /// More than two channels are mixed down as we do: so that the loudest do not clip.
    private static Answer theirs(Path file) throws IOException, InterruptedException {
        byte[] bytes = decoded(file, "aresample=48000");
        int channels = bytes.length < 44 ? 0 : bytes[22];
        if (channels > 2) {
            bytes = decoded(file, "aresample=48000:out_chlayout=stereo:rematrix_maxval=1");
            channels = 2;
        }
        if (channels == 0) {
            return new Answer("none", 0, -180, -180);
        }
        ByteBuffer wav = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int start = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("data") + 8;
        int samples = (wav.limit() - start) / Float.BYTES / channels;
        float[] left = new float[samples];
        float[] right = new float[samples];
        for (int i = 0; i < samples; i++) {
            left[i] = wav.getFloat(start + Float.BYTES * i * channels);
            right[i] = wav.getFloat(start + Float.BYTES * (i * channels + channels - 1));
        }
        return answer("finished", samples / 48_000.0, left, right);
    }

    private static byte[] decoded(Path file, String filter)
            throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder(
                                "ffmpeg",
                                "-nostdin",
                                "-v",
                                "quiet",
                                "-i",
                                file.toString(),
                                "-vn",
                                "-af",
                                filter,
                                "-c:a",
                                "pcm_f32le",
                                "-f",
                                "wav",
                                "-")
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        byte[] bytes = process.getInputStream().readAllBytes();
        process.waitFor();
        return bytes;
    }
}
