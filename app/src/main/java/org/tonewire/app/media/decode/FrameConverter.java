package org.tonewire.app.media.decode;

import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.jspecify.annotations.Nullable;
import org.tonewire.app.core.audio.AudioFormat;

/// Turns decoded frames of any kind into 48 kHz stereo values. It lives longer than one input: when
/// a file is played in a loop, the resampler's filter runs on over the joint. Owned by the decoding
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
        return keep(current, current.convert(frame));
    }

    /// Gives what the filter still holds at the end.
    ///
    /// @return samples for each channel now in [#values]
    int drain() throws AvException {
        AvResampler current = resampler;
        return current == null ? 0 : keep(current, current.drain());
    }

    private int keep(AvResampler from, int samples) {
        if (values.length < samples * AudioFormat.CHANNELS) {
            values = new float[samples * AudioFormat.CHANNELS];
        }
        from.copyTo(values, samples);
        return samples;
    }

    /// What the last call gave, left and right interleaved; used again by the next call.
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
