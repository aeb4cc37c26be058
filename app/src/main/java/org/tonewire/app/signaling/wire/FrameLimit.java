package org.tonewire.app.signaling.wire;

import java.io.IOException;

/// Watches the frame headers (RFC 6455, section 5.2) that pass in a stream of bytes, and refuses
/// messages that are too long before anything of them is stored. One thread.
final class FrameLimit {
    private static final int FINAL = 0x80;
    private static final int CONTROL = 0x08;
    private static final int MASKED = 0x80;
    private static final int LENGTH_16 = 126;
    private static final int LENGTH_64 = 127;
    private static final int MASK_BYTES = 4;

    /// RFC 6455, section 5.5.
    private static final int MAX_CONTROL_BYTES = 125;

    private final int maxBytes;
    private long payloadLeft;
    private int headerByte;
    private int first;
    private int lengthBytesLeft;
    private int maskBytesLeft;
    private long length;
    private long message;

    /// @param maxBytes of one message, over all its frames
    FrameLimit(int maxBytes) {
        this.maxBytes = maxBytes;
    }

    /// Takes the next bytes of the stream.
    ///
    /// @throws IOException if a message or a control frame is longer than allowed
    void pass(byte[] bytes, int count) throws IOException {
        int at = 0;
        while (at < count) {
            if (payloadLeft > 0) {
                int skip = (int) Math.min(payloadLeft, count - at);
                payloadLeft -= skip;
                at += skip;
            } else {
                header(bytes[at] & 0xff);
                at++;
            }
        }
    }

    private void header(int value) throws IOException {
        if (headerByte == 0) {
            first = value;
            headerByte = 1;
            return;
        }
        if (headerByte == 1) {
            headerByte = 2;
            int small = value & ~MASKED;
            maskBytesLeft = (value & MASKED) == 0 ? 0 : MASK_BYTES;
            length = small < LENGTH_16 ? small : 0;
            lengthBytesLeft = small < LENGTH_16 ? 0 : small < LENGTH_64 ? 2 : 8;
        } else if (lengthBytesLeft > 0) {
            length = length << 8 | value;
            lengthBytesLeft--;
        } else {
            maskBytesLeft--;
        }
        if (lengthBytesLeft == 0 && maskBytesLeft == 0) {
            begin();
        }
    }

    /// The header is complete.
    private void begin() throws IOException {
        headerByte = 0;
        boolean control = (first & CONTROL) != 0;
        long allowed = control ? MAX_CONTROL_BYTES : maxBytes - message;
        if (length < 0 || length > allowed) {
            throw new IOException("the server sent a message of more than " + maxBytes + " bytes");
        }
        payloadLeft = length;
        if (!control) {
            message = (first & FINAL) != 0 ? 0 : message + length;
        }
    }
}
