package org.tonewire.app.media.decode;

import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_decoder;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_to_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_frame;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_packet;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_DECODER_NOT_FOUND;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_ENOMEM;
import static org.tonewire.app.media.decode.AvException.check;

import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.jspecify.annotations.Nullable;

/// Decodes one audio stream. Owned by the decoding thread, which closes it.
final class AvDecoder implements AutoCloseable {
    private static final int DAMAGED_IN_A_ROW = 200;

    private final AVCodecContext context;
    private int damaged;
    private boolean sawDamage;

    AvDecoder(AVStream stream) throws AvException {
        AVCodec codec = avcodec_find_decoder(stream.codecpar().codec_id());
        if (codec == null || codec.isNull()) {
            throw new AvException("avcodec_find_decoder", AVERROR_DECODER_NOT_FOUND());
        }
        this.context = avcodec_alloc_context3(codec);
        try {
            check(
                    "avcodec_parameters_to_context",
                    avcodec_parameters_to_context(context, stream.codecpar()));
            context.pkt_timebase(stream.time_base()).thread_count(1);
            check("avcodec_open2", avcodec_open2(context, codec, (AVDictionary) null));
        } catch (AvException refused) {
            avcodec_free_context(context);
            throw refused;
        }
    }

    /// Takes a packet; `null` marks the end. A damaged packet is skipped; only very many of them in
    /// a row are an error.
    void send(@Nullable AVPacket packet) throws AvException {
        int sent = avcodec_send_packet(context, packet);
        if (sent < 0 && packet != null) {
            sawDamage = true;
            damaged++;
            if (damaged > DAMAGED_IN_A_ROW || sent == AVERROR_ENOMEM()) {
                throw new AvException("avcodec_send_packet", sent);
            }
        }
    }

    /// Whether any packet was damaged.
    boolean sawDamage() {
        return sawDamage;
    }

    /// Receives the next decoded frame.
    ///
    /// @return false when another packet is needed, or the end was reached
    boolean receive(AVFrame frame) {
        boolean received = avcodec_receive_frame(context, frame) >= 0;
        if (received) {
            damaged = 0;
        }
        return received;
    }

    @Override
    public void close() {
        avcodec_free_context(context);
    }
}
