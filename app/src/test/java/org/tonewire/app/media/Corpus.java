package org.tonewire.app.media;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Odd but valid files, which a common player plays. One run of the `ffmpeg` program makes all that
/// it can make; [OddFiles] makes others of their bytes.
final class Corpus {
    /// The tone of each channel.
    static final double[] TONES_HZ = {440, 1_000, 1_500, 100, 2_100, 2_700, 3_300, 3_800};

    static final double AMPLITUDE = 0.25;
    static final double SECONDS = 0.3;

    private static final String[] LAYOUTS = {
        "mono", "stereo", "2.1", "4.0", "5.0", "5.1", "6.1", "7.1"
    };

    /// Numbers of samples. The encoders of the others write no file of none.
    private static final Map<String, String> LENGTHS =
            Map.of(
                    "wav", "0 1 2 100 1152",
                    "flac", "0 1 2 100 1152",
                    "mp3", "1 2 100 1152",
                    "m4a", "1 2 100 1152",
                    "ogg", "1 2 100 1152",
                    "opus", "100 1152");

    /// A name, channels, rate, by how many milliseconds the length may differ, and how it is made.
    private static final String TABLE =
            """
            u8.wav           2  44100  1 -c:a pcm_u8
            s16.wav          2  44100  1 -c:a pcm_s16le
            s24.wav          2  44100  1 -c:a pcm_s24le
            s32.wav          2  44100  1 -c:a pcm_s32le
            f32.wav          2  44100  1 -c:a pcm_f32le
            f64.wav          2  44100  1 -c:a pcm_f64le
            mu.wav           2  44100  1 -c:a pcm_mulaw
            a.wav            1   8000  1 -c:a pcm_alaw
            ima.wav          2  44100 50 -c:a adpcm_ima_wav
            ms.wav           2  44100 50 -c:a adpcm_ms
            8k.wav           1   8000  1 -c:a pcm_s16le
            11k.wav          2  11025  1 -c:a pcm_s16le
            16k.wav          2  16000  1 -c:a pcm_s16le
            22k.wav          2  22050  1 -c:a pcm_s16le
            32k.wav          2  32000  1 -c:a pcm_s16le
            48k.wav          2  48000  1 -c:a pcm_s16le
            88k.wav          2  88200  1 -c:a pcm_s16le
            96k.wav          2  96000  1 -c:a pcm_s24le
            176k.wav         2 176400  1 -c:a pcm_s24le
            192k.wav         2 192000  1 -c:a pcm_f32le
            192k.flac        2 192000  1 -c:a flac
            1.wav            1  48000  1 -c:a pcm_s16le
            3.wav            3  48000  1 -c:a pcm_s16le
            4.wav            4  48000  1 -c:a pcm_s16le
            5.wav            5  48000  1 -c:a pcm_s16le
            6.wav            6  48000  1 -c:a pcm_s16le
            7.wav            7  48000  1 -c:a pcm_s16le
            8.wav            8  48000  1 -c:a pcm_s16le
            6.flac           6  48000  1 -c:a flac
            8.flac           8  48000  1 -c:a flac
            6.ogg            6  48000 20 -c:a libvorbis -q:a 6
            6.opus           6  48000 20 -c:a libopus -b:a 320k -mapping_family 1
            6.m4a            6  48000 50 -c:a aac -b:a 400k
            6.ac3            6  48000 70 -c:a ac3 -b:a 448k
            6.eac3           6  48000 70 -c:a eac3 -b:a 448k
            6.dts            6  48000 70 -c:a dca -strict -2 -b:a 1400k
            6.wv             6  48000  1 -c:a wavpack
            6-alac.m4a       6  48000  1 -c:a alac
            be.aiff          2  44100  1 -c:a pcm_s16be
            le.aifc          2  44100  1 -c:a pcm_s16le -f aiff
            f32.aifc         2  44100  1 -c:a pcm_f32be -f aiff
            x.au             2  44100  1 -c:a pcm_s16be
            mu.au            1   8000  1 -c:a pcm_mulaw
            x.caf            2  44100  1 -c:a pcm_s16le
            alac.caf         2  44100  1 -c:a alac
            x.w64            2  44100  1 -c:a pcm_s16le
            rf64.wav         2  44100  1 -c:a pcm_s16le -rf64 always
            cbr.mp3          2  44100 30 -b:a 192k
            vbr.mp3          2  44100 30 -q:a 0
            bare.mp3         2  44100 80 -q:a 0 -write_xing 0 -id3v2_version 0
            mono.mp3         1  44100 30 -b:a 96k
            16k.mp3          1  16000 80 -b:a 48k
            8k.mp3           1   8000 99 -b:a 24k
            x.mp2            2  48000 60 -c:a mp2 -b:a 256k
            tagged.mp3       2  44100 30 -b:a 192k -id3v2_version 4 -write_id3v1 1 -metadata title=A
            cover.mp3        2  44100 30 -b:a 192k COVER
            cover.m4a        2  44100 50 -c:a aac -b:a 192k COVER
            cover.flac       2  44100  1 -c:a flac COVER
            comments.ogg     2  44100 20 -c:a libvorbis -q:a 6 -metadata title=A -metadata artist=B
            x.aac            2  44100 80 -c:a aac -b:a 192k
            x.m4a            2  44100 50 -c:a aac -b:a 192k
            first.m4a        2  44100 50 -c:a aac -b:a 192k -movflags +faststart
            parts.m4a        2  44100 50 -c:a aac -b:a 192k -movflags frag_keyframe+empty_moov
            alac.m4a         2  44100  1 -c:a alac
            x.oga            2  44100  1 -c:a flac
            x.opus           2  48000 20 -c:a libopus -b:a 192k -page_duration 100000
            22k.ogg          1  22050 30 -c:a libvorbis -q:a 6
            mono.aac         1  44100 80 -c:a aac -b:a 96k
            bare-16k.mp3     1  16000 110 -b:a 48k -write_xing 0 -id3v2_version 0
            x.wv             2  44100  1 -c:a wavpack
            x.tta            2  44100  1 -c:a tta
            x.wma            2  44100 99 -c:a wmav2 -b:a 192k
            aac.mka          2  44100 50 -c:a aac -b:a 192k
            opus.webm        2  48000 30 -c:a libopus -b:a 192k
            pcm.mka          2  44100  1 -c:a pcm_s16le
            video.mp4        2  48000 60 -c:a aac -b:a 192k VIDEO
            video.mkv        2  48000 60 -c:a libopus -b:a 192k VIDEO
            video.ts         2  48000 80 -c:a aac -b:a 192k VIDEO
            video.avi        2  48000 60 -c:a libmp3lame -b:a 192k VIDEO
            sound.ts         2  48000 60 -c:a mp2 -b:a 256k
            x.flv            2  44100 80 -c:a libmp3lame -b:a 192k
            ima.mov          1  44100 50 -c:a adpcm_ima_qt
            g722.wav         1  16000 10 -c:a g722
            g726.wav         1   8000 10 -c:a g726
            """;

    private final Path folder;
    private final List<Sample> samples = new ArrayList<>();
    private final Map<String, Integer> inputs = new LinkedHashMap<>();
    private final List<String> outputs = new ArrayList<>();

    /// A file and what is to be heard.
    ///
    /// @param tolerance seconds by which its length may differ
    record Sample(Path file, int channels, double seconds, double tolerance) {
        @Override
        public String toString() {
            return String.valueOf(file.getFileName());
        }
    }

    private Corpus(Path folder) {
        this.folder = folder;
    }

    /// Makes all files.
    static List<Sample> make(Path folder) throws Exception {
        Corpus corpus = new Corpus(folder);
        corpus.encode();
        corpus.samples.addAll(OddFiles.of(folder));
        return corpus.samples;
    }

    private void encode() throws Exception {
        int video = input("testsrc=size=64x64:rate=10:d=" + SECONDS);
        for (String line : TABLE.lines().toList()) {
            String[] row =
                    line.replace(
                                    "COVER",
                                    "-map "
                                            + video
                                            + " -frames:v 1 -c:v mjpeg"
                                            + " -disposition:v attached_pic")
                            .replace("VIDEO", "-map " + video + " -c:v mpeg4")
                            .split(" +", -1);
            boolean videoFirst = line.endsWith("VIDEO");
            int channels = Integer.parseInt(row[1]);
            add(row[0], channels, SECONDS, Integer.parseInt(row[3]) / 1e3);
            output(row, channels, videoFirst);
        }
        LENGTHS.forEach((ending, lengths) -> {
            for (String length : lengths.split(" ", -1)) {
                shorten(length + "." + ending, Integer.parseInt(length));
            }
        });
        List<String> command = new ArrayList<>(List.of("-nostdin", "-v", "error", "-y"));
        inputs.keySet().forEach(each -> command.addAll(List.of("-f", "lavfi", "-i", each)));
        command.addAll(outputs);
        SampleFiles.ffmpeg(command);
    }

    private void output(String[] row, int channels, boolean videoFirst) {
        List<String> options = new ArrayList<>(List.of(row).subList(4, row.length));
        int sound = input(tones(channels, Integer.parseInt(row[2])));
        options.addAll(videoFirst ? options.size() : 0, List.of("-map", String.valueOf(sound)));
        outputs.addAll(options);
        outputs.add(folder.resolve(row[0]).toString());
    }

    /// A file of so many samples.
    private void shorten(String name, int length) {
        add("n" + name, 2, length / 44_100.0, 0.08);
        outputs.addAll(List.of("-map", String.valueOf(input(tones(2, 44_100)))));
        outputs.addAll(List.of("-af", "atrim=end_sample=" + length));
        outputs.add(folder.resolve("n" + name).toString());
    }

    private void add(String name, int channels, double seconds, double tolerance) {
        samples.add(new Sample(folder.resolve(name), channels, seconds, tolerance));
    }

    private int input(String filter) {
        return inputs.computeIfAbsent(filter, _ -> inputs.size());
    }

    private static String tones(int channels, int rateHz) {
        String each =
                IntStream.range(0, channels)
                        .mapToObj(i -> "%s*sin(2*PI*%s*t)".formatted(AMPLITUDE, TONES_HZ[i]))
                        .collect(Collectors.joining("|"));
        return String.format(
                Locale.ROOT,
                "aevalsrc=%s:channel_layout=%s:sample_rate=%d:duration=%s",
                each,
                LAYOUTS[channels - 1],
                rateHz,
                SECONDS);
    }
}
