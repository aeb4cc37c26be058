package org.tonewire.app.audio.pulse;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.time.Duration;
import java.util.List;
import java.util.function.IntSupplier;
import org.tonewire.app.core.audio.AudioFormat;

/// One stream of 48 kHz float to or from a named device, stereo but for recordings of one channel;
/// the server converts where the device differs. Connection's thread.
final class PulseStream implements AutoCloseable {
    static final int BYTES_PER_FRAME = AudioFormat.CHANNELS * Float.BYTES;

    private static final Duration READY_LIMIT = Duration.ofSeconds(2);
    private static final int FLOAT32_LITTLE_ENDIAN = 5;
    private static final int STATE_READY = 2;
    private static final int START_CORKED = 0x1;
    private static final int NO_REMAP_CHANNELS = 0x10;
    private static final int NO_REMIX_CHANNELS = 0x20;
    private static final int ADJUST_LATENCY = 0x2000;
    private static final int CHANNEL_MAP_BYTES = 132;
    private static final int SERVER_DEFAULT = -1;
    private static final int WRITE_BYTES = 1_024 * BYTES_PER_FRAME;

    private final PulseConnection connection;
    private final Arena arena = Arena.ofConfined();
    private final long stream;
    private final MemorySegment out = arena.allocate(ValueLayout.JAVA_LONG, 2);
    private final MemorySegment buffer = arena.allocate(WRITE_BYTES, 16);
    private final MemorySegment attributes = arena.allocate(ValueLayout.JAVA_INT, 5);
    private String name;
    private int underflows;
    private boolean moved;

    private PulseStream(PulseConnection connection, String name, InputChannels channels)
            throws PulseException {
        this.connection = connection;
        this.name = name;
        MemorySegment spec = arena.allocate(12, 4);
        spec.set(ValueLayout.JAVA_INT, 0, FLOAT32_LITTLE_ENDIAN);
        spec.set(ValueLayout.JAVA_INT, 4, AudioFormat.SAMPLE_RATE_HZ);
        spec.set(ValueLayout.JAVA_BYTE, 8, (byte) channels.count());
        stream =
                PulseStreamCalls.create(
                        connection.context(),
                        arena.allocateFrom(name).address(),
                        spec.address(),
                        channels.areMixed() ? 0 : channelMap(channels.positions()));
        if (stream == 0) {
            arena.close();
            throw connection.failure("stream");
        }
    }

    /// A `pa_channel_map`.
    private long channelMap(List<Integer> positions) {
        MemorySegment map = arena.allocate(CHANNEL_MAP_BYTES, Integer.BYTES);
        map.set(ValueLayout.JAVA_BYTE, 0, (byte) positions.size());
        for (int i = 0; i < positions.size(); i++) {
            map.setAtIndex(ValueLayout.JAVA_INT, i + 1L, positions.get(i));
        }
        return map.address();
    }

    /// Opens a recording stream, paused.
    static PulseStream record(
            PulseConnection connection, String device, int fragmentFrames, InputChannels channels)
            throws PulseException {
        PulseStream opened = new PulseStream(connection, "capture", channels);
        int asTheyAre = channels.areMixed() ? 0 : NO_REMAP_CHANNELS | NO_REMIX_CHANNELS;
        int[] attributes = {
            SERVER_DEFAULT,
            SERVER_DEFAULT,
            SERVER_DEFAULT,
            SERVER_DEFAULT,
            fragmentFrames * channels.count() * Float.BYTES
        };
        opened.watchMoves();
        return opened.connected(() ->
                PulseStreamCalls.connectRecord(
                        opened.stream,
                        opened.arena.allocateFrom(device).address(),
                        opened.numbers(attributes),
                        START_CORKED | ADJUST_LATENCY | asTheyAre));
    }

    /// Opens a playback stream that runs at once, whether there is sound or not.
    static PulseStream play(
            PulseConnection connection, String device, int queueFrames, int chunkFrames)
            throws PulseException {
        PulseStream opened = new PulseStream(connection, "playback", InputChannels.MIXED);
        opened.countUnderflows();
        opened.watchMoves();
        long attributes = opened.playAttributes(queueFrames, chunkFrames);
        return opened.connected(() ->
                PulseStreamCalls.connectPlayback(
                        opened.stream,
                        opened.arena.allocateFrom(device).address(),
                        attributes,
                        ADJUST_LATENCY,
                        0,
                        0));
    }

    private void countUnderflows() {
        MethodType type = MethodType.methodType(void.class, long.class, long.class);
        long callback =
                NativeCalls.callback(MethodHandles.lookup(), this, "underflow", arena, type);
        PulseStreamCalls.underflowCallback(stream, callback, 0);
    }

    @SuppressWarnings({"unused", "UnusedMethod", "UnusedVariable"})
    private void underflow(long sender, long data) {
        underflows++;
    }

    private void watchMoves() {
        MethodType type = MethodType.methodType(void.class, long.class, long.class);
        long callback = NativeCalls.callback(MethodHandles.lookup(), this, "moved", arena, type);
        PulseStreamCalls.movedCallback(stream, callback, 0);
    }

    @SuppressWarnings({"unused", "UnusedMethod", "UnusedVariable"})
    private void moved(long sender, long data) {
        moved = true;
    }

    /// Whether it was moved to another device since the last call, by a person or by the server.
    boolean takeMoved() {
        boolean was = moved;
        moved = false;
        return was;
    }

    /// The number of underflows since the last call.
    int takeUnderflows() {
        int count = underflows;
        underflows = 0;
        return count;
    }

    /// Asks the server to change the length of its queue.
    void queue(int queueFrames, int chunkFrames) {
        long wanted = playAttributes(queueFrames, chunkFrames);
        PulseConnection.finish(PulseStreamCalls.setBufferAttributes(stream, wanted, 0, 0));
    }

    /// A `pa_buffer_attr`: maximum length, queue length, prebuffering, least request, and the
    /// fragment size, which only recordings use. Allocates nothing.
    private long playAttributes(int queueFrames, int chunkFrames) {
        attributes.setAtIndex(ValueLayout.JAVA_INT, 0, SERVER_DEFAULT);
        attributes.setAtIndex(ValueLayout.JAVA_INT, 1, queueFrames * BYTES_PER_FRAME);
        attributes.setAtIndex(ValueLayout.JAVA_INT, 2, 0);
        attributes.setAtIndex(ValueLayout.JAVA_INT, 3, chunkFrames * BYTES_PER_FRAME);
        attributes.setAtIndex(ValueLayout.JAVA_INT, 4, SERVER_DEFAULT);
        return attributes.address();
    }

    private long numbers(int... values) {
        return arena.allocateFrom(ValueLayout.JAVA_INT, values).address();
    }

    private PulseStream connected(IntSupplier connect) throws PulseException {
        try {
            connection.check("stream", connect.getAsInt());
            connection.await(READY_LIMIT, () -> PulseStreamCalls.state(stream) >= STATE_READY);
            if (!alive()) {
                throw connection.failure("stream");
            }
            return this;
        } catch (PulseException refused) {
            close();
            throw refused;
        }
    }

    boolean alive() {
        return PulseStreamCalls.state(stream) == STATE_READY && connection.alive();
    }

    /// The device that the server connects the stream to now.
    String deviceName() {
        return NativeCalls.text(PulseStreamCalls.deviceName(stream));
    }

    /// Names the stream in the desktop's mixer, if this is another name and not empty.
    void call(String next) {
        if (next.isEmpty() || next.equals(name)) {
            return;
        }
        name = next;
        try (Arena text = Arena.ofConfined()) {
            PulseConnection.finish(
                    PulseStreamCalls.setName(stream, text.allocateFrom(next).address(), 0, 0));
        }
    }

    void start() {
        PulseConnection.finish(PulseStreamCalls.cork(stream, 0, 0, 0));
    }

    void moveRecordingTo(String source) {
        try (Arena name = Arena.ofConfined()) {
            long text = name.allocateFrom(source).address();
            int index = PulseStreamCalls.index(stream);
            PulseConnection.finish(
                    PulseContextCalls.moveSourceOutput(connection.context(), index, text, 0, 0));
        }
    }

    void movePlaybackTo(String sink) {
        try (Arena name = Arena.ofConfined()) {
            long text = name.allocateFrom(sink).address();
            int index = PulseStreamCalls.index(stream);
            PulseConnection.finish(
                    PulseContextCalls.moveSinkInput(connection.context(), index, text, 0, 0));
        }
    }

    /// Reads the next captured piece, which is valid until [#drop].
    ///
    /// @return its size in bytes; 0 when there is none
    long peek() {
        if (PulseStreamCalls.readable(stream) <= 0
                || PulseStreamCalls.peek(stream, out.address(), out.address() + Long.BYTES) < 0) {
            return 0;
        }
        return out.get(ValueLayout.JAVA_LONG, Long.BYTES);
    }

    /// The address of the piece; 0 for a gap, where the server lost sound.
    long piece() {
        return out.get(ValueLayout.JAVA_LONG, 0);
    }

    void drop() {
        PulseStreamCalls.drop(stream);
    }

    /// Frames that the server requests now.
    int wantedFrames() {
        long bytes = PulseStreamCalls.writable(stream);
        return bytes < 0 ? 0 : (int) (bytes / BYTES_PER_FRAME);
    }

    /// Frames that the server queues ahead of the device, as negotiated.
    int queueFrames() {
        long attributes = PulseStreamCalls.bufferAttributes(stream);
        return attributes == 0 ? 0 : NativeCalls.number(attributes + 4) / BYTES_PER_FRAME;
    }

    /// Writes frames, at most 1024.
    void write(float[] interleaved, int frames) {
        int values = frames * AudioFormat.CHANNELS;
        MemorySegment.copy(interleaved, 0, buffer, ValueLayout.JAVA_FLOAT, 0, values);
        long bytes = (long) frames * BYTES_PER_FRAME;
        PulseStreamCalls.write(stream, buffer.address(), bytes, 0, 0, 0);
    }

    /// The server may have told something that libpulse passes on after this, as long as the
    /// connection goes on: it must find no callbacks, since they end here.
    @Override
    public void close() {
        PulseStreamCalls.underflowCallback(stream, 0, 0);
        PulseStreamCalls.movedCallback(stream, 0, 0);
        PulseStreamCalls.disconnect(stream);
        PulseStreamCalls.unref(stream);
        arena.close();
    }
}
