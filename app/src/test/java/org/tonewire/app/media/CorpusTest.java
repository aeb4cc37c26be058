package org.tonewire.app.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tonewire.app.core.source.SourceOpening;
import org.tonewire.app.core.source.SourceOrigin;
import org.tonewire.app.core.source.SourceStream;
import org.tonewire.app.media.decode.StreamTimeouts;

/// Every odd but valid file plays whole, in tune, each channel where it belongs, and ends.
class CorpusTest {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final double LEVEL_DB = 20 * Math.log10(Corpus.AMPLITUDE / Math.sqrt(2));

    /// In which ear each channel is heard: left, right, both, none.
    private static final String[] EARS = {
        "B", "LR", "LR-", "LRBB", "LRBLR", "LRB-LR", "LRB-BLR", "LRB-LRLR"
    };

    /// How much quieter each channel is, so that the sum of the loudest does not clip.
    private static final double[] ROOM_DB = {0, 0, 0, 6.88, 7.66, 7.66, 9.29, 9.89};

    @TempDir static Path folder;
    private static List<Corpus.Sample> corpus = List.of();

    @BeforeAll
    static void make() throws Exception {
        corpus = Corpus.make(folder);
    }

    static List<Corpus.Sample> corpus() {
        return corpus;
    }

    @ParameterizedTest
    @MethodSource("corpus")
    void everyOddFilePlaysWhole(Corpus.Sample sample) {
        SourceStream stream = open(sample.file());
        Heard heard = Heard.of(stream).untilOver(LIMIT);
        assertThat(heard.problem()).isNull();
        assertThat(heard.ends()).isEqualTo(1);
        assertThat(stream.health().gaps()).isZero();
        double seconds = stream.position().elapsed().toNanos() / 1e9;
        assertThat(seconds).isCloseTo(sample.seconds(), within(sample.tolerance()));
        if (sample.seconds() >= Corpus.SECONDS) {
            sounds(sample, middle(heard, 0), middle(heard, 1));
        }
    }

    private static void sounds(Corpus.Sample sample, Wave left, Wave right) {
        int channels = Math.abs(sample.channels());
        if (channels == 0) {
            int part = left.length() / 3;
            for (Wave each : List.of(left.part(0, part), left.part(2 * part, 3 * part))) {
                assertThat(each.toneDb(Corpus.TONES_HZ[0])).isBetween(LEVEL_DB - 1, LEVEL_DB + 4);
            }
            return;
        }
        double gainDb = sample.channels() < 0 ? -6 : 0;
        double first = LEVEL_DB + gainDb - ROOM_DB[channels - 1];
        assertThat(left.toneDb(Corpus.TONES_HZ[0])).isCloseTo(first, within(1.0));
        for (int channel = 0; channel < channels; channel++) {
            double hz = Corpus.TONES_HZ[channel];
            char ear = EARS[channels - 1].charAt(channel);
            assertThat(left.toneDb(hz) > first - 8)
                    .as("%s Hz left", hz)
                    .isEqualTo("LB".indexOf(ear) >= 0);
            assertThat(right.toneDb(hz) > first - 8)
                    .as("%s Hz right", hz)
                    .isEqualTo("RB".indexOf(ear) >= 0);
        }
    }

    private static Wave middle(Heard heard, int channel) {
        Wave all = new Wave(heard.channel(channel));
        return all.part(all.length() / 4, all.length() * 3 / 4);
    }

    private static SourceStream open(Path file) {
        MediaSources sources = new HandedTime().sources(StreamTimeouts.USUAL);
        SourceOpening opening = sources.open(new SourceOrigin.AudioFile(file, false));
        assertThat(opening).isInstanceOf(SourceOpening.Opened.class);
        return ((SourceOpening.Opened) opening).stream();
    }
}
