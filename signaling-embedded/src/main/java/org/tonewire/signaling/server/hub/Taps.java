package org.tonewire.signaling.server.hub;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tonewire.signaling.extend.MessageTap;
import org.tonewire.signaling.protocol.ParticipantId;
import org.tonewire.signaling.protocol.RoomName;
import org.tonewire.signaling.server.limit.BoundedThread;

/// Tells every tap each text, in order. Any thread.
public final class Taps implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Taps.class);
    private static final int MAX_WAITING = 4096;

    private final List<MessageTap> taps;
    private final BoundedThread thread = new BoundedThread("tonewire-taps", MAX_WAITING);

    public Taps(List<MessageTap> taps) {
        this.taps = List.copyOf(taps);
    }

    /// The tap that is there where no other is: it logs that something was said, not what.
    public static MessageTap logging() {
        return (room, sender, text) ->
                LOG.info("{} said {} characters in {}", sender, text.length(), room);
    }

    /// False where the taps are too far behind.
    public boolean offer(RoomName room, ParticipantId sender, String text) {
        return thread.tryRun(() ->
                taps.forEach(tap -> BoundedThread.runSafely(() -> tap.received(room, sender, text))));
    }

    @Override
    public void close() {
        thread.close();
    }
}
