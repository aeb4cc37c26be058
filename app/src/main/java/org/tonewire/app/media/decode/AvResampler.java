package org.tonewire.app.media.decode;

import static org.bytedeco.ffmpeg.global.avutil.AV_CHANNEL_ORDER_UNSPEC;
import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_FLT;
import static org.bytedeco.ffmpeg.global.avutil.av_channel_layout_compare;
import static org.bytedeco.ffmpeg.global.avutil.av_channel_layout_copy;
import static org.bytedeco.ffmpeg.global.avutil.av_channel_layout_default;
import static org.bytedeco.ffmpeg.global.avutil.av_channel_layout_uninit;
import static org.bytedeco.ffmpeg.global.avutil.av_opt_set_double;
import static org.bytedeco.ffmpeg.global.swresample.swr_alloc_set_opts2;
import static org.bytedeco.ffmpeg.global.swresample.swr_convert;
import static org.bytedeco.ffmpeg.global.swresample.swr_free;
import static org.bytedeco.ffmpeg.global.swresample.swr_get_out_samples;
import static org.bytedeco.ffmpeg.global.swresample.swr_init;
import static org.bytedeco.ffmpeg.global.swresample.swr_set_matrix;
import static org.tonewire.app.media.decode.AvException.check;

import org.bytedeco.ffmpeg.avutil.AVChannelLayout;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.swresample.SwrContext;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerPointer;
import org.jspecify.annotations.Nullable;
import org.tonewire.app.core.audio.AudioFormat;

/// Converts one kind of decoded frames to 48 kHz stereo. A mono channel is copied to both; more
/// than two are mixed down by FFmpeg's own rules, so that the loudest do not clip. Owned by the
/// decoding thread, which closes it.
final class AvResampler implements AutoCloseable {
    private final AVChannelLayout from = new AVChannelLayout();
    private final SwrContext context = new SwrContext((Pointer) null);
    private final PointerPointer<FloatPointer> planes = new PointerPointer<>(1);
    private final int sampleRateHz;
    private final int format;
    private FloatPointer output = new FloatPointer(0);

    AvResampler(AVFrame like) throws AvException {
        this.sampleRateHz = like.sample_rate();
        this.format = like.format();
        av_channel_layout_copy(from, like.ch_layout());
        try (AVChannelLayout in = layout(like);
                AVChannelLayout stereo = new AVChannelLayout()) {
            av_channel_layout_default(stereo, AudioFormat.CHANNELS);
            check(
                    "swr_alloc_set_opts2",
                    swr_alloc_set_opts2(
                            context,
                            stereo,
                            AV_SAMPLE_FMT_FLT,
                            AudioFormat.SAMPLE_RATE_HZ,
                            in,
                            format,
                            sampleRateHz,
                            0,
                            null));
            if (in.nb_channels() == 1 || in.order() == AV_CHANNEL_ORDER_UNSPEC) {
                swr_set_matrix(context, firstTwo(in.nb_channels()), in.nb_channels());
            }
            av_opt_set_double(context, "rematrix_maxval", 1, 0);
            check("swr_init", swr_init(context));
        } catch (AvException refused) {
            close();
            throw refused;
        }
    }

    /// The frame's layout, or the usual one for its number of channels.
    private static AVChannelLayout layout(AVFrame frame) {
        AVChannelLayout layout = new AVChannelLayout();
        if (frame.ch_layout().order() == AV_CHANNEL_ORDER_UNSPEC) {
            av_channel_layout_default(layout, frame.ch_layout().nb_channels());
        } else {
            av_channel_layout_copy(layout, frame.ch_layout());
        }
        return layout;
    }

    /// A matrix that maps the first channel to the left and the second, or only, to the right.
    private static double[] firstTwo(int channels) {
        double[] matrix = new double[AudioFormat.CHANNELS * channels];
        matrix[0] = 1;
        matrix[channels + Math.min(1, channels - 1)] = 1;
        return matrix;
    }

    /// Whether the frame has the rate, format and layout of this resampler.
    boolean fits(AVFrame frame) {
        return frame.sample_rate() == sampleRateHz
                && frame.format() == format
                && av_channel_layout_compare(frame.ch_layout(), from) == 0;
    }

    int convert(AVFrame frame) throws AvException {
        return convert(frame.extended_data(), frame.nb_samples());
    }

    /// Converts the rest that the filter still holds.
    int drain() throws AvException {
        return convert(null, 0);
    }

    private int convert(@Nullable PointerPointer<?> data, int samples) throws AvException {
        int room = check("swr_get_out_samples", swr_get_out_samples(context, samples)) + 32;
        if (output.capacity() < (long) room * AudioFormat.CHANNELS) {
            output.close();
            output = new FloatPointer((long) room * AudioFormat.CHANNELS);
            planes.put(0, output);
        }
        return check("swr_convert", swr_convert(context, planes, room, data, samples));
    }

    /// Copies the result of the last conversion.
    ///
    /// @param before samples at the beginning that stay
    void copyTo(float[] values, int before, int samples) {
        output.get(values, before * AudioFormat.CHANNELS, samples * AudioFormat.CHANNELS);
    }

    @Override
    public void close() {
        swr_free(context);
        av_channel_layout_uninit(from);
        from.close();
        planes.close();
        output.close();
    }
}
