package org.tonewire.app.lan;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import javax.jmdns.ServiceEvent;
import javax.jmdns.ServiceListener;
import org.tonewire.app.shell.NearbyRoom;

/// The rooms announced at present, sorted by name, each listed once even if seen on several
/// interfaces. Threads of JmDNS.
final class SeenRooms implements ServiceListener {
    private static final int MAX_ROOMS = 50;

    private final Consumer<List<NearbyRoom>> listener;
    private final ReentrantLock lock = new ReentrantLock();
    private final TreeMap<String, NearbyRoom> seen = new TreeMap<>();
    private List<NearbyRoom> reported = List.of();

    SeenRooms(Consumer<List<NearbyRoom>> listener) {
        this.listener = listener;
    }

    @Override
    public void serviceAdded(ServiceEvent event) {
        event.getDNS().requestServiceInfo(event.getType(), event.getName());
    }

    /// Incomplete and invalid services change nothing.
    @Override
    public void serviceResolved(ServiceEvent event) {
        Optional<NearbyRoom> room = RoomService.read(event.getInfo());
        if (room.isPresent()) {
            show(event.getName(), room);
        }
    }

    @Override
    public void serviceRemoved(ServiceEvent event) {
        show(event.getName(), Optional.empty());
    }

    private void show(String name, Optional<NearbyRoom> room) {
        lock.lock();
        try {
            if (room.isEmpty()) {
                seen.remove(name);
            } else if (seen.size() < MAX_ROOMS || seen.containsKey(name)) {
                seen.put(name, room.get());
            }
            List<NearbyRoom> now = List.copyOf(seen.values());
            if (!now.equals(reported)) {
                reported = now;
                listener.accept(now);
            }
        } finally {
            lock.unlock();
        }
    }
}
