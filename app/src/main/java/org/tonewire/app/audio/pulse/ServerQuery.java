package org.tonewire.app.audio.pulse;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.tonewire.app.audio.pulse.ServerSnapshot.PulseDevice;

/// Reads a server's devices. The offsets are those of `pulse/introspect.h` on 64-bit systems, where
/// new fields are only added at the ends. Connection's thread.
final class ServerQuery {
    private static final Duration LIMIT = Duration.ofSeconds(2);
    private static final int NO_INDEX = -1;
    private static final int SERVER_NAME = 24;
    private static final int DEFAULT_SINK = 48;
    private static final int DEFAULT_SOURCE = 56;
    private static final int NAME = 0;
    private static final int DESCRIPTION = 16;
    private static final int CHANNEL_COUNT = 36;
    private static final int CHANNEL_MAP = 40;
    private static final int MAX_CHANNELS = 32;
    private static final int MONITOR_INDEX = 308;
    private static final int MONITOR_NAME = 312;
    private static final MethodType INFO =
            MethodType.methodType(void.class, long.class, long.class, long.class);
    private static final MethodType ITEM =
            MethodType.methodType(void.class, long.class, long.class, int.class, long.class);

    private final PulseConnection connection;
    private final long infoCallback;
    private final long sinkCallback;
    private final long sourceCallback;
    private String serverName = "";
    private String defaultSink = "";
    private String defaultSource = "";
    private List<PulseDevice> sinks = new ArrayList<>();
    private List<PulseDevice> sources = new ArrayList<>();
    private int answers;

    ServerQuery(PulseConnection connection) {
        this.connection = connection;
        infoCallback = callback("info", INFO);
        sinkCallback = callback("sink", ITEM);
        sourceCallback = callback("source", ITEM);
    }

    private long callback(String method, MethodType type) {
        return NativeCalls.callback(MethodHandles.lookup(), this, method, connection.arena(), type);
    }

    ServerSnapshot take() throws PulseException {
        sinks = new ArrayList<>();
        sources = new ArrayList<>();
        answers = 0;
        long context = connection.context();
        PulseConnection.finish(PulseContextCalls.serverInfo(context, infoCallback, 0));
        PulseConnection.finish(PulseContextCalls.sinkList(context, sinkCallback, 0));
        PulseConnection.finish(PulseContextCalls.sourceList(context, sourceCallback, 0));
        connection.await(LIMIT, () -> answers == 3);
        return new ServerSnapshot(
                serverName, defaultSink, defaultSource, List.copyOf(sinks), List.copyOf(sources));
    }

    @SuppressWarnings({"unused", "UnusedMethod", "UnusedVariable"})
    private void info(long context, long info, long data) {
        try {
            if (info != 0) {
                serverName = NativeCalls.text(NativeCalls.address(info + SERVER_NAME));
                defaultSink = NativeCalls.text(NativeCalls.address(info + DEFAULT_SINK));
                defaultSource = NativeCalls.text(NativeCalls.address(info + DEFAULT_SOURCE));
            }
        } catch (Throwable _) {
            // Nothing may be thrown out of a native callback; the value stays empty.
        }
        answers++;
    }

    @SuppressWarnings({"unused", "UnusedMethod", "UnusedVariable"})
    private void sink(long context, long info, int end, long data) {
        item(sinks, info, end);
    }

    @SuppressWarnings({"unused", "UnusedMethod", "UnusedVariable"})
    private void source(long context, long info, int end, long data) {
        item(sources, info, end);
    }

    private void item(List<PulseDevice> list, long info, int end) {
        if (end != 0) {
            answers++;
            return;
        }
        try {
            list.add(
                    new PulseDevice(
                            NativeCalls.text(NativeCalls.address(info + NAME)),
                            NativeCalls.text(NativeCalls.address(info + DESCRIPTION)),
                            NativeCalls.number(info + MONITOR_INDEX) != NO_INDEX,
                            NativeCalls.text(NativeCalls.address(info + MONITOR_NAME)),
                            channelMap(info)));
        } catch (Throwable _) {
            // As above.
        }
    }

    /// A `pa_channel_map`: a byte for the number of channels, then the position of each.
    private static List<Integer> channelMap(long info) {
        int channels = Math.min(MAX_CHANNELS, NativeCalls.number(info + CHANNEL_COUNT) & 0xff);
        List<Integer> positions = new ArrayList<>();
        for (int i = 0; i < channels; i++) {
            positions.add(NativeCalls.number(info + CHANNEL_MAP + (long) i * Integer.BYTES));
        }
        return List.copyOf(positions);
    }
}
