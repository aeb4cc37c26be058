package org.tonewire.app.media.decode;

import static org.bytedeco.ffmpeg.global.avformat.AVIO_FLAG_READ;
import static org.bytedeco.ffmpeg.global.avformat.av_find_best_stream;
import static org.bytedeco.ffmpeg.global.avformat.av_read_frame;
import static org.bytedeco.ffmpeg.global.avformat.avformat_alloc_context;
import static org.bytedeco.ffmpeg.global.avformat.avformat_close_input;
import static org.bytedeco.ffmpeg.global.avformat.avformat_find_stream_info;
import static org.bytedeco.ffmpeg.global.avformat.avformat_open_input;
import static org.bytedeco.ffmpeg.global.avformat.avio_closep;
import static org.bytedeco.ffmpeg.global.avformat.avio_open2;
import static org.bytedeco.ffmpeg.global.avformat.avio_read;
import static org.bytedeco.ffmpeg.global.avformat.avio_size;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EOF;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_AUDIO;
import static org.bytedeco.ffmpeg.global.avutil.AV_OPT_SEARCH_CHILDREN;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_free;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_set;
import static org.bytedeco.ffmpeg.global.avutil.av_free;
import static org.bytedeco.ffmpeg.global.avutil.av_opt_get;
import static org.tonewire.app.media.decode.AvException.check;

import java.util.Map;
import java.util.Optional;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.ffmpeg.avformat.AVIOInterruptCB;
import org.bytedeco.ffmpeg.avformat.AVInputFormat;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avformat;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerPointer;

/// One opened file or address and its audio stream; all other streams, cover art among them, are
/// discarded. Owned by the decoding thread, which closes it.
final class AvInput implements AutoCloseable {
    private static final int CHECKS_ABOVE_NETWORK = 2;

    private final AVFormatContext context;
    private final AVIOContext transport;
    private final AVStream audio;
    private final AvInterrupt interrupt;
    private final boolean local;

    /// How an input came to its end.
    enum Ending {
        /// The server said so, or all of a known length has come.
        COMPLETE,

        /// The connection was closed, by a server that announces no end in any other way, or by a
        /// failure.
        CLOSED,

        /// The connection was closed in the middle of an answer with an announced end.
        CUT
    }

    private AvInput(
            AVFormatContext context,
            AVIOContext transport,
            AVStream audio,
            AvInterrupt interrupt,
            boolean local) {
        this.context = context;
        this.transport = transport;
        this.audio = audio;
        this.interrupt = interrupt;
        this.local = local;
    }

    static AvInput open(AvAddress address, AvInterrupt interrupt) throws AvException {
        AVIOContext transport = transport(address, interrupt);
        AVFormatContext context = avformat_alloc_context();
        interrupt.into(context.interrupt_callback());
        context.pb(transport);
        AVDictionary options = dictionary(address.format());
        // On failure this frees the context, but not its transport.
        try (BytePointer name = address.pointer()) {
            AVInputFormat format =
                    address.formatName()
                            .map(avformat::av_find_input_format)
                            .orElseGet(() -> new AVInputFormat((Pointer) null));
            int opened = avformat_open_input(context, name, format, options);
            av_dict_free(options);
            if (opened < 0) {
                avio_closep(transport);
                throw new AvException("avformat_open_input", opened);
            }
        }
        try {
            AVStream audio = audioStream(context);
            return new AvInput(context, transport, audio, interrupt, address.isLocal());
        } catch (AvException noAudio) {
            avformat_close_input(context);
            avio_closep(transport);
            throw noAudio;
        }
    }

    /// Opens a file or a connection, which the caller closes.
    static AVIOContext transport(AvAddress address, AvInterrupt interrupt) throws AvException {
        AVIOContext transport = new AVIOContext((Pointer) null);
        AVDictionary options = dictionary(address.transport());
        try (BytePointer name = address.pointer();
                AVIOInterruptCB check = new AVIOInterruptCB()) {
            interrupt.into(check);
            int opened = avio_open2(transport, name, AVIO_FLAG_READ, check, options);
            av_dict_free(options);
            check("avio_open2", opened);
            return transport;
        }
    }

    private static AVDictionary dictionary(Map<String, String> options) {
        AVDictionary dictionary = new AVDictionary((Pointer) null);
        options.forEach((key, value) -> av_dict_set(dictionary, key, value, 0));
        return dictionary;
    }

    private static AVStream audioStream(AVFormatContext context) throws AvException {
        check("avformat_find_stream_info", avformat_find_stream_info(context, (AVDictionary) null));
        int best = av_find_best_stream(context, AVMEDIA_TYPE_AUDIO, -1, -1, (AVCodec) null, 0);
        check("av_find_best_stream", best);
        for (int i = 0; i < context.nb_streams(); i++) {
            if (i != best) {
                context.streams(i).discard(avcodec.AVDISCARD_ALL);
            }
        }
        return context.streams(best);
    }

    /// Reads the audio stream's next packet.
    ///
    /// @return false at the end
    boolean read(AVPacket packet) throws AvException {
        while (true) {
            int read = av_read_frame(context, packet);
            if (read == AVERROR_EOF()) {
                return false;
            }
            check("av_read_frame", read);
            if (packet.stream_index() == audio.index()) {
                return true;
            }
            avcodec.av_packet_unref(packet);
        }
    }

    /// How it ended, once a read has failed or said that it has. Nothing can be read afterwards.
    ///
    /// FFmpeg closes the connection at a proper end, and then a further read does not reach the
    /// network: fewer layers check for an interruption.
    Ending ending() {
        if (transport.error() < 0 && transport.error() != AVERROR_EOF() && !segmented()) {
            return Ending.CLOSED;
        }
        if (local || segmented() || sized()) {
            return Ending.COMPLETE;
        }
        interrupt.allowChecks(CHECKS_ABOVE_NETWORK);
        transport.eof_reached(0);
        try (BytePointer value = new BytePointer(1)) {
            avio_read(transport, value, 1);
        }
        boolean open = interrupt.checks() > CHECKS_ABOVE_NETWORK;
        interrupt.allowChecks(Long.MAX_VALUE);
        return open ? Ending.CUT : Ending.COMPLETE;
    }

    /// Whether the length of its file is known.
    boolean sized() {
        return avio_size(transport) > 0;
    }

    /// What the transport says of itself, such as the headers of an answer.
    Optional<byte[]> transportOption(String option) {
        return option(transport, option);
    }

    static Optional<byte[]> option(AVIOContext transport, String option) {
        try (PointerPointer<BytePointer> value = new PointerPointer<>(1);
                BytePointer name = new BytePointer(option)) {
            value.put(0, (Pointer) null);
            int found = av_opt_get(transport, name, AV_OPT_SEARCH_CHILDREN, value);
            BytePointer text = value.get(BytePointer.class, 0);
            if (found < 0 || text == null || text.isNull()) {
                return Optional.empty();
            }
            byte[] bytes = text.getStringBytes();
            av_free(text);
            return Optional.of(bytes);
        }
    }

    /// Whether it is a list of segments (HLS) that are fetched one after another.
    boolean segmented() {
        return "hls".equals(context.iformat().name().getString());
    }

    /// The unit of its packets' times.
    long ticksPerSecond() {
        return Math.max(1, audio.time_base().den() / Math.max(1, audio.time_base().num()));
    }

    AVStream audio() {
        return audio;
    }

    AVFormatContext context() {
        return context;
    }

    @Override
    public void close() {
        avformat_close_input(context);
        avio_closep(transport);
    }
}
