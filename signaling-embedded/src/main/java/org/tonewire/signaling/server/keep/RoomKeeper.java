package org.tonewire.signaling.server.keep;

import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.tonewire.signaling.room.KeptRoom;
import org.tonewire.signaling.server.limit.BoundedThread;

/// Writes the kept rooms when they change, on the thread `tonewire-kept-rooms`; what changes while
/// it writes is written once more, in one go. Thread-safe.
public final class RoomKeeper implements AutoCloseable {
    private final KeptRoomsFile file;
    private final Supplier<Future<List<KeptRoom>>> rooms;
    private final BoundedThread thread = new BoundedThread("tonewire-kept-rooms", 2);
    private final AtomicBoolean changed = new AtomicBoolean();

    /// @param rooms reads them on their thread
    public RoomKeeper(KeptRoomsFile file, Supplier<Future<List<KeptRoom>>> rooms) {
        this.file = file;
        this.rooms = rooms;
    }

    /// Returns at once.
    public void changed() {
        if (changed.compareAndSet(false, true)) {
            boolean _ = thread.tryRun(this::write);
        }
    }

    private void write() throws Exception {
        changed.set(false);
        List<KeptRoom> now = rooms.get().get();
        file.save(now, System.nanoTime());
    }

    /// Writes what is not written yet. Call it while the rooms still answer.
    @Override
    public void close() {
        thread.close();
    }
}
