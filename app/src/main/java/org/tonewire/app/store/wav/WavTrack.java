package org.tonewire.app.store.wav;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tonewire.app.core.audio.AudioFormat;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.core.record.RecordedTrack;
import org.tonewire.app.core.record.TrackLoss;

/// The file of one track: RIFF WAVE, 24-bit PCM, stereo, 48 kHz. The audio thread fills a ring
/// buffer of two seconds; the recorder's thread writes it to the file. Before the file reaches the
/// 4 GiB limit of the format, recording continues in another file. The file keeps the time of the
/// frames' positions, from the first one on: gaps between frames are filled with silence.
final class WavTrack implements RecordedTrack {
    static final long MAX_DATA_BYTES = 0xFFFF_0000L;

    private static final Logger LOG = LoggerFactory.getLogger(WavTrack.class);
    private static final int HEADER_BYTES = 44;
    private static final int BITS = 24;
    private static final int FRAME_BYTES = AudioFormat.CHANNELS * BITS / 8;

    private static final int RING_FRAMES = 200;
    private static final long NOT_BEGUN = -1;
    private static final int SCALE = (1 << 23) - 1;

    private final Target target;
    private final String participant;
    private final String track;
    private final TrackFileName name;
    private final FrameRing ring = new FrameRing(RING_FRAMES);
    private final AtomicLong lostFrames = new AtomicLong();

    /// The position after all received frames, lost ones included. Written by the audio thread.
    private volatile long receivedTo;

    private final float[] taken = new float[AudioFormat.FRAME_VALUES];
    private final ByteBuffer bytes =
            ByteBuffer.allocate(AudioFormat.FRAME_VALUES * BITS / 8).order(ByteOrder.LITTLE_ENDIAN);

    /// The position after the last frame in the file. Recorder thread.
    private long end = NOT_BEGUN;

    private volatile boolean closed;
    private Path path;
    private @Nullable FileChannel file;
    private long dataBytes;
    private boolean hasData;
    private long lostReported;
    private int number;

    /// Where files are created.
    ///
    /// @param maxDataBytes maximum audio data per file
    record Target(Path folder, WavFiles files, long maxDataBytes) {}

    WavTrack(Target target, String time, String participant, String track) {
        this.target = target;
        this.participant = participant;
        this.track = track;
        this.name = TrackFileName.of(time, participant, track);
        this.path = target.folder();
    }

    /// The loss of this track, with its names.
    TrackLoss loss(TrackLoss.Part part, Problem problem) {
        return new TrackLoss(participant, track, part, problem);
    }

    String title() {
        return TrackLoss.title(participant, track);
    }

    /// The current file, or the one that could not be created. Recorder thread.
    Path path() {
        return path;
    }

    @Override
    public void accept(float[] frame, long position) {
        if (closed) {
            return;
        }
        if (!ring.write(frame, position)) {
            lostFrames.incrementAndGet();
        }
        receivedTo = position + AudioFormat.FRAME_SAMPLES;
    }

    @Override
    public void close() {
        closed = true;
    }

    /// Writes what is buffered. Recorder thread.
    ///
    /// @return whether more may follow
    boolean write() throws IOException {
        boolean last = closed;
        FileChannel into = file == null ? next() : file;
        while (ring.hasNext()) {
            long position = ring.read(taken);
            if (end != NOT_BEGUN) {
                into = appendSilence(into, position - end);
            }
            into = append(into);
            end = position + AudioFormat.FRAME_SAMPLES;
        }
        if (last) {
            into = appendSilence(into, end == NOT_BEGUN ? 0 : receivedTo - end);
            endHole(into);
        }
        writeHeader(into);
        if (last) {
            into.close();
            file = null;
        }
        return !last;
    }

    /// Whether the disk was too slow since the last call. Recorder thread.
    boolean takeNewGaps() {
        long lost = lostFrames.get();
        boolean first = lost > 0 && lostReported == 0;
        lostReported = lost;
        return first;
    }

    /// Ends this track after a failure: written audio stays playable, an empty file is deleted, and
    /// nothing more is accepted. Recorder thread.
    ///
    /// @return what is lost
    TrackLoss.Part abandon() {
        closed = true;
        FileChannel broken = file;
        file = null;
        if (broken != null) {
            try (broken) {
                long written = Math.max(0, broken.size() - HEADER_BYTES);
                dataBytes = Math.min(dataBytes, written / FRAME_BYTES * FRAME_BYTES);
                if (dataBytes == 0) {
                    Files.deleteIfExists(path);
                } else {
                    broken.truncate(HEADER_BYTES + dataBytes);
                    writeHeader(broken);
                }
            } catch (IOException e) {
                LOG.debug("the end of a recording is not tidy", e);
            }
        }
        return hasData ? TrackLoss.Part.REST : TrackLoss.Part.WHOLE;
    }

    /// Leaves a hole that reads as zeros, so that hours of silence take no time to write. The next
    /// frame ends it.
    private FileChannel appendSilence(FileChannel current, long samples) throws IOException {
        FileChannel into = current;
        long left = samples * FRAME_BYTES;
        while (left > 0) {
            into = roomFor(into, FRAME_BYTES);
            long room = (target.maxDataBytes() - dataBytes) / FRAME_BYTES * FRAME_BYTES;
            long part = Math.min(left, room);
            dataBytes += part;
            left -= part;
        }
        return into;
    }

    private FileChannel roomFor(FileChannel current, int length) throws IOException {
        if (dataBytes + length <= target.maxDataBytes()) {
            return current;
        }
        endHole(current);
        writeHeader(current);
        current.close();
        return next();
    }

    /// Extends a file that ends in a hole to the length in its header.
    private void endHole(FileChannel into) throws IOException {
        long length = HEADER_BYTES + dataBytes;
        if (into.size() < length) {
            writeFully(into, ByteBuffer.allocate(1), length - 1);
        }
    }

    private FileChannel append(FileChannel current) throws IOException {
        FileChannel into = roomFor(current, bytes.capacity());
        bytes.clear();
        for (float sample : taken) {
            int value = Math.round(Math.clamp(sample, -1f, 1f) * SCALE);
            bytes.put((byte) value).put((byte) (value >> 8)).put((byte) (value >> 16));
        }
        bytes.flip();
        int length = bytes.remaining();
        writeFully(into, bytes, HEADER_BYTES + dataBytes);
        dataBytes += length;
        hasData = true;
        return into;
    }

    /// Creates the next file.
    private FileChannel next() throws IOException {
        file = null;
        while (number < TrackFileName.MAX_NUMBER) {
            number++;
            Path next = name.in(target.folder(), number);
            try {
                path = next;
                FileChannel opened = target.files().create(next);
                file = opened;
                dataBytes = 0;
                writeHeader(opened);
                return opened;
            } catch (FileAlreadyExistsException _) {
                // The name is taken by a track recorded in the same second.
            }
        }
        throw new IOException("too many files are called " + name.base());
    }

    private void writeHeader(FileChannel into) throws IOException {
        ByteBuffer header = ByteBuffer.allocate(HEADER_BYTES).order(ByteOrder.LITTLE_ENDIAN);
        header.put(ascii("RIFF")).putInt((int) (HEADER_BYTES - 8 + dataBytes)).put(ascii("WAVE"));
        header.put(ascii("fmt ")).putInt(16).putShort((short) 1);
        header.putShort((short) AudioFormat.CHANNELS).putInt(AudioFormat.SAMPLE_RATE_HZ);
        header.putInt(AudioFormat.SAMPLE_RATE_HZ * FRAME_BYTES).putShort((short) FRAME_BYTES);
        header.putShort((short) BITS).put(ascii("data")).putInt((int) dataBytes);
        writeFully(into, header.flip(), 0);
    }

    private static void writeFully(FileChannel into, ByteBuffer from, long at) throws IOException {
        long position = at;
        while (from.hasRemaining()) {
            position += into.write(from, position);
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
