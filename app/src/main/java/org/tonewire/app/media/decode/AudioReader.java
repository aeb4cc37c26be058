package org.tonewire.app.media.decode;

import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;

/// Reads one input from its beginning to its end as 48 kHz stereo. Owned by the decoding thread,
/// which closes it.
final class AudioReader implements AutoCloseable {
    private final AvInput input;
    private final AvDecoder decoder;
    private final FrameConverter converter;
    private final RoundHistory history;
    private final AVPacket packet = avcodec.av_packet_alloc();
    private final AVFrame frame = avutil.av_frame_alloc();
    private boolean inputEnded;

    private AudioReader(
            AvInput input, AvDecoder decoder, FrameConverter converter, RoundHistory history) {
        this.input = input;
        this.decoder = decoder;
        this.converter = converter;
        this.history = history;
        history.begin(input.segmented());
    }

    /// Takes ownership of the input, also when this throws.
    static AudioReader over(AvInput input, FrameConverter converter, RoundHistory history)
            throws AvException {
        try {
            return new AudioReader(input, new AvDecoder(input.audio()), converter, history);
        } catch (AvException refused) {
            input.close();
            throw refused;
        }
    }

    /// Decodes the next samples into the converter's values.
    ///
    /// @return samples for each channel, more than 0; -1 at the end, and when the input repeats the
    ///   beginning of an earlier round
    int read() throws AvException {
        while (true) {
            if (decoder.receive(frame)) {
                int samples = frame.sample_rate() > 0 ? converter.convert(frame) : 0;
                avutil.av_frame_unref(frame);
                if (samples > 0) {
                    return samples;
                }
            } else if (inputEnded) {
                return -1;
            } else {
                sendNext();
            }
        }
    }

    private void sendNext() throws AvException {
        if (!history.startsOver() && input.read(packet)) {
            try {
                if (!history.isRepeated(packet, input.ticksPerSecond())) {
                    decoder.send(packet);
                }
            } finally {
                avcodec.av_packet_unref(packet);
            }
        } else {
            inputEnded = true;
            decoder.send(null);
        }
    }

    /// Whether all that was read could be decoded, be it nothing.
    boolean isSound() {
        return input.audio().codecpar().sample_rate() > 0 && !decoder.sawDamage();
    }

    MediaInfo info() {
        return MediaInfo.of(input);
    }

    AvInput.Ending ending() {
        return input.ending();
    }

    RoundHistory history() {
        return history;
    }

    @Override
    public void close() {
        avutil.av_frame_free(frame);
        avcodec.av_packet_free(packet);
        decoder.close();
        input.close();
    }
}
