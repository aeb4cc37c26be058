package org.tonewire.app.store.wav;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.tonewire.app.core.audio.AudioFormat;
import org.tonewire.app.core.audio.SampleRing;
import org.tonewire.app.core.record.RecordedTrack;

/// One track's file: RIFF WAVE, PCM of 24 bits, stereo, 48 kHz. The audio thread fills a ring of
/// two seconds, the recorder's thread empties it into the file; a file that nears the format's
/// limit of 4 GiB goes on in another.
final class WavTrack implements RecordedTrack {
    private static final int HEADER_BYTES = 44;
    private static final int BITS = 24;
    private static final int FRAME_BYTES = AudioFormat.CHANNELS * BITS / 8;
    private static final long MOST_BYTES = 0xFFFF_0000L;
    private static final int RING_VALUES = 2 * AudioFormat.SAMPLE_RATE_HZ * AudioFormat.CHANNELS;
    private static final int CHUNK_VALUES = AudioFormat.FRAME_VALUES * 10;
    private static final int SCALE = (1 << 23) - 1;

    private final Path folder;
    private final String name;
    private final SampleRing ring = new SampleRing(RING_VALUES);
    private final AtomicInteger lostFrames = new AtomicInteger();
    private final float[] chunk = new float[CHUNK_VALUES];
    private final ByteBuffer bytes =
            ByteBuffer.allocate(CHUNK_VALUES * BITS / 8).order(ByteOrder.LITTLE_ENDIAN);
    private volatile boolean closed;
    private volatile Path path;
    private @Nullable FileChannel file;
    private long dataBytes;
    private int parts;

    WavTrack(Path folder, String name) {
        this.folder = folder;
        this.name = name;
        this.path = folder.resolve(name + ".wav");
    }

    Path path() {
        return path;
    }

    @Override
    public void accept(float[] frame) {
        if (closed) {
            return;
        }
        if (ring.capacity() - ring.readable() < frame.length) {
            lostFrames.incrementAndGet();
        } else {
            ring.write(frame, 0, frame.length);
        }
    }

    @Override
    public void close() {
        closed = true;
    }

    /// Writes what waits. Recorder's thread.
    ///
    /// @return whether more may come
    boolean write() throws IOException {
        boolean last = closed;
        FileChannel target = file == null ? next() : file;
        for (int count = ring.read(chunk, 0, CHUNK_VALUES);
                count > 0;
                count = ring.read(chunk, 0, CHUNK_VALUES)) {
            target = append(target, count);
        }
        for (int lost = lostFrames.getAndSet(0); lost > 0; lost--) {
            Arrays.fill(chunk, 0f);
            target = append(target, AudioFormat.FRAME_VALUES);
        }
        writeHeader(target);
        if (last) {
            target.close();
        }
        return !last;
    }

    private FileChannel append(FileChannel target, int values) throws IOException {
        FileChannel into = target;
        if (dataBytes + bytes.capacity() > MOST_BYTES) {
            writeHeader(into);
            into.close();
            into = next();
        }
        bytes.clear();
        for (int i = 0; i < values; i++) {
            int value = Math.round(Math.clamp(chunk[i], -1f, 1f) * SCALE);
            bytes.put((byte) value).put((byte) (value >> 8)).put((byte) (value >> 16));
        }
        bytes.flip();
        long at = HEADER_BYTES + dataBytes;
        dataBytes += bytes.remaining();
        writeFully(into, bytes, at);
        return into;
    }

    /// The next file that does not exist yet.
    private FileChannel next() throws IOException {
        while (true) {
            parts++;
            path = folder.resolve(parts == 1 ? name + ".wav" : name + " (" + parts + ").wav");
            try {
                FileChannel opened =
                        FileChannel.open(
                                path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                file = opened;
                dataBytes = 0;
                return opened;
            } catch (FileAlreadyExistsException _) {
                // Somebody of the same name is recorded in the same second.
            }
        }
    }

    private void writeHeader(FileChannel target) throws IOException {
        ByteBuffer header = ByteBuffer.allocate(HEADER_BYTES).order(ByteOrder.LITTLE_ENDIAN);
        header.put(ascii("RIFF")).putInt((int) (HEADER_BYTES - 8 + dataBytes)).put(ascii("WAVE"));
        header.put(ascii("fmt ")).putInt(16).putShort((short) 1);
        header.putShort((short) AudioFormat.CHANNELS).putInt(AudioFormat.SAMPLE_RATE_HZ);
        header.putInt(AudioFormat.SAMPLE_RATE_HZ * FRAME_BYTES).putShort((short) FRAME_BYTES);
        header.putShort((short) BITS).put(ascii("data")).putInt((int) dataBytes);
        writeFully(target, header.flip(), 0);
    }

    private static void writeFully(FileChannel target, ByteBuffer from, long at)
            throws IOException {
        long position = at;
        while (from.hasRemaining()) {
            position += target.write(from, position);
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
