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
        MediaInfo info = opened.info();
        Optional<AvException> broken = round(opened, firstSamples);
        while (!interrupt.ended()) {
            long silent = System.nanoTime() - soundNanos;
            switch (location.after(
                    new MediaLocation.RoundEnd(info, roundSamples, broken, silent))) {
                case MediaLocation.Next.Finish(FrameResult how) -> {
                    drain();
                    return how;
                }
                case MediaLocation.Next.Repeat() -> frameSource.roundEnded(roundSamples);
                case MediaLocation.Next.Retry(long waitNanos) ->
                        LockSupport.parkNanos(this, waitNanos);
            }
            broken = reopen();
        }
        return FrameResult.ENDED;
    }

    private Optional<AvException> reopen() {
        roundSamples = 0;
        try {
            return round(AudioReader.over(location.open(interrupt), converter), 0);
        } catch (AvException refused) {
            return Optional.of(refused);
        }
    }

    private Optional<AvException> round(AudioReader reader, int firstSamples) {
        try (reader) {
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
