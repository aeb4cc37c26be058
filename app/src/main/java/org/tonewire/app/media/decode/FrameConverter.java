package org.tonewire.app.media.decode;

import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.jspecify.annotations.Nullable;
import org.tonewire.app.core.audio.AudioFormat;

/// Converts decoded frames of any kind to 48 kHz stereo values. It outlives one input: when a file
/// is played in a loop, the resampler's filter continues across the rounds. Owned by the decoding
/// thread, which closes it.
final class FrameConverter implements AutoCloseable {
    private @Nullable AvResampler resampler;
    private float[] values = new float[8_192];

    /// @return samples for each channel now in [#values]
    int convert(AVFrame frame) throws AvException {
        AvResampler current = resampler;
        if (current == null || !current.fits(frame)) {
            close();
            current = new AvResampler(frame);
            resampler = current;
        }
        return store(current, current.convert(frame));
    }

    /// Converts the rest that the filter still holds at the end.
    ///
    /// @return samples for each channel now in [#values]
    int drain() throws AvException {
        AvResampler current = resampler;
        return current == null ? 0 : store(current, current.drain());
    }

    private int store(AvResampler from, int samples) {
        if (values.length < samples * AudioFormat.CHANNELS) {
            values = new float[samples * AudioFormat.CHANNELS];
        }
        from.copyTo(values, samples);
        return samples;
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
