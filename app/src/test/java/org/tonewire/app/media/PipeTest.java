package org.tonewire.app.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.core.problem.Reason;
import org.tonewire.app.core.source.SourceOpening;
import org.tonewire.app.core.source.SourceOrigin;
import org.tonewire.app.core.source.SourceStream;
import org.tonewire.app.media.decode.StreamTimeouts;

class PipeTest {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    @Test
    void inputWrittenAtOnceIsPlayedAtTheRightSpeedToItsEnd() {
        Heard heard = Heard.of(open(new ByteArrayInputStream(sine(24_000)))).untilOver(LIMIT);
        assertThat(heard.ends()).isEqualTo(1);
        assertThat(heard.frames()).isEqualTo(50);
        assertThat(new Wave(heard.channel(0)).frequencyHz()).isCloseTo(440, within(0.2));
        assertThat(new Wave(heard.channel(1)).frequencyHz()).isCloseTo(440, within(0.2));
    }

    @Test
    void aProducerOfSmallPiecesIsFollowedWithoutGaps() throws IOException {
        PipedInputStream in = new PipedInputStream(19_200);
        PipedOutputStream out = new PipedOutputStream(in);
        byte[] sound = sine(96_000);
        Thread.ofPlatform().daemon().start(() -> write(out, sound));
        SourceStream stream = open(in);
        Heard heard = Heard.of(stream).untilOver(LIMIT);
        assertThat(stream.health().gaps()).isZero();
        assertThat(heard.frames()).isEqualTo(200);
    }

    private static void write(PipedOutputStream out, byte[] sound) {
        try (out) {
            for (int at = 0; at < sound.length; at += 3_840) {
                out.write(sound, at, Math.min(3_840, sound.length - at));
                out.flush();
            }
        } catch (IOException broken) {
            throw new IllegalStateException(broken);
        }
    }

    @Test
    void anEmptyPipeEnds() {
        Heard heard = Heard.of(open(InputStream.nullInputStream())).untilOver(LIMIT);
        assertThat(heard.ends()).isEqualTo(1);
        assertThat(heard.frames()).isZero();
    }

    @Test
    void aPipeThatBreaksFails() throws IOException {
        InputStream broken = InputStream.nullInputStream();
        broken.close();
        Heard heard = Heard.of(open(broken)).untilOver(LIMIT);
        assertThat(heard.problem()).isEqualTo(Problem.of(Reason.PIPE_CLOSED));
    }

    private static byte[] sine(int samples) {
        ByteBuffer out = ByteBuffer.allocate(samples * 4).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < samples; i++) {
            short value = (short) Math.round(8_000 * Math.sin(2 * Math.PI * 440 * i / 48_000));
            out.putShort(value).putShort(value);
        }
        return out.array();
    }

    private static SourceStream open(InputStream in) {
        SourceOpening opening =
                new MediaSources(in, () -> {}, StreamTimeouts.USUAL, 0, new HandedTime())
                        .open(new SourceOrigin.Pipe());
        return ((SourceOpening.Opened) opening).stream();
    }
}
