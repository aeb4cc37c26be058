package org.tonewire.app.ui.fake;

import java.util.List;
import java.util.function.Consumer;
import org.tonewire.app.shell.NearbyRoom;
import org.tonewire.app.shell.NearbyRooms;

/// A network in which a test opens rooms.
public final class FakeNearbyRooms implements NearbyRooms {
    private volatile List<NearbyRoom> now = List.of();
    private volatile Consumer<List<NearbyRoom>> listener = _ -> {};
    private volatile boolean watched;

    public void see(NearbyRoom... rooms) {
        now = List.of(rooms);
        listener.accept(now);
    }

    public boolean watched() {
        return watched;
    }

    @Override
    public Runnable watch(Consumer<List<NearbyRoom>> wanted) {
        watched = true;
        listener = wanted;
        if (!now.isEmpty()) {
            wanted.accept(now);
        }
        return () -> {
            watched = false;
            listener = _ -> {};
        };
    }
}
