package org.tonewire.signaling.server.hub;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tonewire.signaling.extend.MessageTap;
import org.tonewire.signaling.protocol.ParticipantId;
import org.tonewire.signaling.protocol.RoomName;
import org.tonewire.signaling.server.limit.BoundedThread;

/// Passes each text to all taps, in order, on the thread `tonewire-taps`. Thread-safe.
public final class Taps implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Taps.class);
    private static final int MAX_WAITING = 4096;

    private final List<MessageTap> taps;
    private final BoundedThread thread = new BoundedThread("tonewire-taps", MAX_WAITING);

    public Taps(List<MessageTap> taps) {
        this.taps = List.copyOf(taps);
    }

    /// The default tap: logs the length of each text, not its content.
    public static MessageTap logging() {
        return (room, sender, text) ->
                LOG.info("{} sent {} characters in {}", sender, text.length(), room);
    }

    /// False if the taps are too far behind, and the text was dropped.
    public boolean offer(RoomName room, ParticipantId sender, String text) {
        return thread.tryRun(() ->
                taps.forEach(
                        tap -> BoundedThread.runSafely(() -> tap.received(room, sender, text))));
    }

    @Override
    public void close() {
        thread.close();
    }
}
