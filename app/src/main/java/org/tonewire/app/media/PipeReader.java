package org.tonewire.app.media;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.ShortBuffer;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.core.problem.Reason;
import org.tonewire.app.media.pace.BufferedFrameSource;
import org.tonewire.app.media.pace.FrameResult;

/// Reads raw signed 16-bit little-endian stereo until its end. A blocked read cannot be
/// interrupted: this runs on a daemon thread, and nothing waits for its end.
final class PipeReader implements Runnable {
    private static final int BYTES_PER_SAMPLE = 4;
    private static final int CHUNK_BYTES = 480 * BYTES_PER_SAMPLE;
    private static final float SCALE = 1f / 32_768;

    private final InputStream from;
    private final BufferedFrameSource to;

    PipeReader(InputStream from, BufferedFrameSource to) {
        this.from = from;
        this.to = to;
    }

    @Override
    public void run() {
        try {
            copy();
            to.end(FrameResult.ENDED);
        } catch (IOException _) {
            to.end(new FrameResult.Failed(Problem.of(Reason.PIPE_CLOSED)));
        }
    }

    private void copy() throws IOException {
        byte[] bytes = new byte[CHUNK_BYTES];
        ShortBuffer shorts = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer();
        float[] values = new float[CHUNK_BYTES / Short.BYTES];
        int held = 0;
        while (!to.closed()) {
            int read = from.read(bytes, held, bytes.length - held);
            if (read < 0) {
                return;
            }
            held += read;
            int whole = held - held % BYTES_PER_SAMPLE;
            int count = whole / Short.BYTES;
            for (int i = 0; i < count; i++) {
                values[i] = shorts.get(i) * SCALE;
            }
            if (!to.put(values, count)) {
                return;
            }
            System.arraycopy(bytes, whole, bytes, 0, held - whole);
            held -= whole;
        }
    }
}
