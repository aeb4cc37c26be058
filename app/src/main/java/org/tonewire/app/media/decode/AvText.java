package org.tonewire.app.media.decode;

import static org.bytedeco.ffmpeg.global.avformat.avio_closep;
import static org.bytedeco.ffmpeg.global.avformat.avio_read;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.javacpp.BytePointer;

/// The beginning of a file, or of what an address leads to, as it is. Decoding thread.
final class AvText {
    private final byte[] bytes;
    private final Optional<String> location;

    private AvText(byte[] bytes, Optional<String> location) {
        this.bytes = bytes;
        this.location = location;
    }

    static AvText read(AvAddress address, int most, AvInterrupt interrupt) throws AvException {
        AVIOContext io = AvInput.transport(address, interrupt);
        try (BytePointer room = new BytePointer(most)) {
            int read = Math.max(0, avio_read(io, room, most));
            byte[] bytes = new byte[read];
            room.get(bytes);
            return new AvText(bytes, AvInput.option(io, "location").map(AvText::ascii));
        } finally {
            avio_closep(io);
        }
    }

    private static String ascii(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    byte[] bytes() {
        return bytes;
    }

    /// Where redirections led to.
    Optional<String> location() {
        return location;
    }
}
