package org.tonewire.app.media.decode;

import java.util.Arrays;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.jspecify.annotations.Nullable;
import org.tonewire.app.core.audio.AudioFormat;

/// Converts decoded frames of any kind to 48 kHz stereo values. It outlives one input: when a file
/// is played in a loop, the resampler's filter continues across the rounds. Owned by the decoding
/// thread, which closes it.
final class FrameConverter implements AutoCloseable {
    private @Nullable AvResampler resampler;
    private float[] values = new float[8_192];

    /// What the filter still holds of frames of another kind comes first.
    ///
    /// @return samples for each channel now in [#values]
    int convert(AVFrame frame) throws AvException {
        AvResampler current = resampler;
        int rest = 0;
        if (current == null || !current.fits(frame)) {
            rest = drain();
            close();
            current = new AvResampler(frame);
            resampler = current;
        }
        return store(current, rest, current.convert(frame));
    }

    /// Converts the rest that the filter still holds at the end.
    ///
    /// @return samples for each channel now in [#values]
    int drain() throws AvException {
        AvResampler current = resampler;
        return current == null ? 0 : store(current, 0, current.drain());
    }

    /// @param before samples of the values that stay
    private int store(AvResampler from, int before, int samples) {
        int needed = (before + samples) * AudioFormat.CHANNELS;
        if (values.length < needed) {
            values = Arrays.copyOf(values, needed);
        }
        from.copyTo(values, before, samples);
        for (int i = before * AudioFormat.CHANNELS; i < needed; i++) {
            // A damaged file of floating point may have anything.
            values[i] = Float.isFinite(values[i]) ? values[i] : 0;
        }
        return before + samples;
    }

    /// The result of the last call, left and right interleaved; the next call overwrites it.
    float[] values() {
        return values;
    }

    @Override
    public void close() {
        if (resampler != null) {
            resampler.close();
            resampler = null;
        }
    }
}
