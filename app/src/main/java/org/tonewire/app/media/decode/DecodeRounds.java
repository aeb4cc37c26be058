package org.tonewire.app.media.decode;

import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.tonewire.app.core.audio.AudioFormat;
import org.tonewire.app.media.pace.BufferedFrameSource;
import org.tonewire.app.media.pace.FrameResult;

/// Decodes an input into its frame source, and again for every round of a loop and after every lost
/// connection. Decoding thread.
final class DecodeRounds {
    private final MediaLocation location;
    private final AvInterrupt interrupt;
    private final FrameConverter converter;
    private final BufferedFrameSource frameSource;
    private long soundNanos = System.nanoTime();
    private long roundSamples;

    DecodeRounds(
            MediaLocation location,
            AvInterrupt interrupt,
            FrameConverter converter,
            BufferedFrameSource frameSource) {
        this.location = location;
        this.interrupt = interrupt;
        this.converter = converter;
        this.frameSource = frameSource;
    }

    /// Decodes from an opened input, which it closes, and whose first samples are converted
    /// already.
    ///
    /// @return how it ended
    FrameResult play(AudioReader opened, int firstSamples) {
        RoundHistory history = opened.history();
        MediaLocation.RoundEnd end = round(opened, firstSamples, AvInput.Ending.COMPLETE);
        while (!interrupt.ended()) {
            switch (location.after(end)) {
                case MediaLocation.Next.Finish(FrameResult how) -> {
                    drain();
                    return how;
                }
                case MediaLocation.Next.Repeat() -> frameSource.roundEnded(roundSamples);
                case MediaLocation.Next.Retry(long waitNanos) ->
                        LockSupport.parkNanos(this, waitNanos);
            }
            end = reopen(history, end);
        }
        return FrameResult.ENDED;
    }

    private MediaLocation.RoundEnd reopen(RoundHistory history, MediaLocation.RoundEnd last) {
        roundSamples = 0;
        try {
            AudioReader reader = AudioReader.over(location.open(interrupt), converter, history);
            return round(reader, 0, last.ending());
        } catch (AvException refused) {
            return new MediaLocation.RoundEnd(
                    last.info(), 0, Optional.of(refused), last.ending(), false, silentNanos());
        }
    }

    private MediaLocation.RoundEnd round(
            AudioReader reader, int firstSamples, AvInput.Ending lastEnding) {
        try (reader) {
            Optional<AvException> broken = decode(reader, firstSamples);
            boolean startsOver = reader.history().startsOver();
            return new MediaLocation.RoundEnd(
                    reader.info(),
                    roundSamples,
                    broken,
                    startsOver ? lastEnding : reader.ending(),
                    startsOver,
                    silentNanos());
        }
    }

    private Optional<AvException> decode(AudioReader reader, int firstSamples) {
        try {
            int samples = firstSamples;
            while (samples >= 0 && put(samples)) {
                interrupt.allow(location.readLimitNanos());
                samples = reader.read();
            }
            return Optional.empty();
        } catch (AvException failure) {
            return Optional.of(failure);
        }
    }

    private long silentNanos() {
        return System.nanoTime() - soundNanos;
    }

    private boolean put(int samples) {
        boolean wanted = frameSource.put(converter.values(), samples * AudioFormat.CHANNELS);
        roundSamples += samples;
        soundNanos = System.nanoTime();
        return wanted;
    }

    private void drain() {
        try {
            put(converter.drain());
        } catch (AvException _) {
            // The filter has no rest to convert.
        }
    }
}
