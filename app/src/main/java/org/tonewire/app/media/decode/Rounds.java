package org.tonewire.app.media.decode;

import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.tonewire.app.core.audio.AudioFormat;
import org.tonewire.app.media.pace.BufferedSupply;
import org.tonewire.app.media.pace.Supply;

/// Decodes an input into its supply, and again for every round of a loop and after every lost
/// connection. Decoding thread.
final class Rounds {
    private final Place place;
    private final AvInterrupt interrupt;
    private final FrameConverter converter;
    private final BufferedSupply supply;
    private long soundNanos = System.nanoTime();
    private long roundSamples;

    Rounds(Place place, AvInterrupt interrupt, FrameConverter converter, BufferedSupply supply) {
        this.place = place;
        this.interrupt = interrupt;
        this.converter = converter;
        this.supply = supply;
    }

    /// Plays on from an opened input, which it closes, and whose first samples are converted.
    ///
    /// @return how it ended
    Supply play(AudioReader opened, int firstSamples) {
        MediaInfo info = opened.info();
        Optional<AvException> broken = round(opened, firstSamples);
        while (!interrupt.ended()) {
            long silent = System.nanoTime() - soundNanos;
            switch (place.after(new Place.RoundEnd(info, roundSamples, broken, silent))) {
                case Place.Next.Finish(Supply how) -> {
                    drain();
                    return how;
                }
                case Place.Next.Repeat() -> supply.roundEnded(roundSamples);
                case Place.Next.Retry(long waitNanos) -> LockSupport.parkNanos(this, waitNanos);
            }
            broken = openedAgain();
        }
        return Supply.ENDED;
    }

    private Optional<AvException> openedAgain() {
        roundSamples = 0;
        try {
            return round(AudioReader.over(place.open(interrupt), converter), 0);
        } catch (AvException refused) {
            return Optional.of(refused);
        }
    }

    private Optional<AvException> round(AudioReader reader, int firstSamples) {
        try (reader) {
            int samples = firstSamples;
            while (samples >= 0 && put(samples)) {
                interrupt.allow(place.readLimitNanos());
                samples = reader.read();
            }
            return Optional.empty();
        } catch (AvException failure) {
            return Optional.of(failure);
        }
    }

    private boolean put(int samples) {
        boolean wanted = supply.put(converter.values(), samples * AudioFormat.CHANNELS);
        roundSamples += samples;
        soundNanos = System.nanoTime();
        return wanted;
    }

    private void drain() {
        try {
            put(converter.drain());
        } catch (AvException _) {
            // A filter that gives no tail: what was heard so far is all there is.
        }
    }
}
