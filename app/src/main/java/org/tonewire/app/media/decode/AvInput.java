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
import static org.bytedeco.ffmpeg.global.avutil.av_dict_free;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_set;
import static org.tonewire.app.media.decode.AvException.check;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.ffmpeg.avformat.AVInputFormat;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;
import org.jspecify.annotations.Nullable;

/// One opened file or address and its audio stream; all other streams, cover art among them, are
/// discarded. Owned by the decoding thread, which closes it.
///
/// An input may itself name files and addresses (playlists, image sequences). A local file may open
/// nothing further; an address only further addresses.
final class AvInput implements AutoCloseable {
    private static final String NETWORK_ONLY = "http,https,tls,tcp";
    private static final String NOTHING = "none";
    private static final int CHECKS_ABOVE_NETWORK = 2;

    private final AVFormatContext context;
    private final @Nullable AVIOContext file;
    private final AVStream audio;
    private final AvInterrupt interrupt;

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
            @Nullable AVIOContext file,
            AVStream audio,
            AvInterrupt interrupt) {
        this.context = context;
        this.file = file;
        this.audio = audio;
        this.interrupt = interrupt;
    }

    static AvInput file(Path path, AvInterrupt interrupt) throws AvException {
        String address = "file:" + path.toAbsolutePath();
        AVFormatContext context = avformat_alloc_context();
        interrupt.into(context.interrupt_callback());
        AVIOContext file = new AVIOContext((Pointer) null);
        AVDictionary none = new AVDictionary((Pointer) null);
        int opened = avio_open2(file, address, AVIO_FLAG_READ, context.interrupt_callback(), none);
        if (opened < 0) {
            avformat_close_input(context);
            throw new AvException("avio_open2", opened);
        }
        context.pb(file);
        return open(context, file, address, Map.of("protocol_whitelist", NOTHING), interrupt);
    }

    /// @param stallLimit how long a read may wait for data before it fails
    static AvInput address(URI uri, AvInterrupt interrupt, Duration stallLimit) throws AvException {
        AVFormatContext context = avformat_alloc_context();
        interrupt.into(context.interrupt_callback());
        Map<String, String> options =
                Map.of(
                        "protocol_whitelist", NETWORK_ONLY,
                        "user_agent", "Tonewire",
                        "rw_timeout", Long.toString(stallLimit.toNanos() / 1_000),
                        "reconnect", "1",
                        "reconnect_delay_max", "2",
                        "probesize", "262144",
                        "analyzeduration", "2000000");
        return open(context, null, uri.toString(), options, interrupt);
    }

    private static AvInput open(
            AVFormatContext context,
            @Nullable AVIOContext file,
            String address,
            Map<String, String> options,
            AvInterrupt interrupt)
            throws AvException {
        AVDictionary dictionary = new AVDictionary((Pointer) null);
        options.forEach((key, value) -> av_dict_set(dictionary, key, value, 0));
        // On failure this frees the context, but not its file.
        int opened = avformat_open_input(context, address, (AVInputFormat) null, dictionary);
        av_dict_free(dictionary);
        if (opened < 0) {
            closeFile(file);
            throw new AvException("avformat_open_input", opened);
        }
        try {
            return new AvInput(context, file, audioStream(context), interrupt);
        } catch (AvException noAudio) {
            avformat_close_input(context);
            closeFile(file);
            throw noAudio;
        }
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
        AVIOContext io = context.pb();
        if (segmented() || io == null || io.isNull()) {
            return Ending.COMPLETE;
        }
        if (io.error() < 0 && io.error() != AVERROR_EOF()) {
            return Ending.CLOSED;
        }
        if (avio_size(io) > 0) {
            return Ending.COMPLETE;
        }
        interrupt.allowChecks(CHECKS_ABOVE_NETWORK);
        io.eof_reached(0);
        try (BytePointer value = new BytePointer(1)) {
            avio_read(io, value, 1);
        }
        boolean open = interrupt.checks() > CHECKS_ABOVE_NETWORK;
        interrupt.allowChecks(Long.MAX_VALUE);
        return open ? Ending.CUT : Ending.COMPLETE;
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
        closeFile(file);
    }

    private static void closeFile(@Nullable AVIOContext file) {
        if (file != null) {
            avio_closep(file);
        }
    }
}
