package org.tonewire.app.lan;

import java.io.IOException;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.jmdns.JmDNS;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tonewire.app.shell.Announcer;
import org.tonewire.app.shell.NearbyRoom;
import org.tonewire.app.shell.NearbyRooms;

/// Announces and finds rooms by mDNS. JmDNS blocks for moments, so all calls to it are made on
/// `lan-rooms` threads, one per announcement or watch. Any thread.
public final class LanRooms implements Announcer, NearbyRooms, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LanRooms.class);

    private static final long GOODBYE_MILLIS = 1_500;
    private static final long FIRST_REPEAT_SECONDS = 1;
    private static final long MAX_REPEAT_SECONDS = 60;

    private final Supplier<List<InetAddress>> addresses;
    private final Set<ExecutorService> ending = ConcurrentHashMap.newKeySet();

    /// Uses all interfaces of this computer.
    public LanRooms() {
        this(LanAddresses::find);
    }

    LanRooms(Supplier<List<InetAddress>> addresses) {
        this.addresses = addresses;
    }

    @Override
    public Runnable announce(NearbyRoom room) {
        return open(responder -> register(responder, room), _ -> {});
    }

    /// Queries repeatedly, at growing intervals (RFC 6762, section 5.2): JmDNS queries only three
    /// times in a second, and wireless networks lose multicast packets.
    @Override
    public Runnable watch(Consumer<List<NearbyRoom>> listener) {
        SeenRooms seen = new SeenRooms(listener);
        return open(
                responder -> responder.addServiceListener(RoomService.TYPE, seen),
                responder -> {
                    responder.removeServiceListener(RoomService.TYPE, seen);
                    responder.addServiceListener(RoomService.TYPE, seen);
                });
    }

    private static void register(JmDNS responder, NearbyRoom room) {
        try {
            responder.registerService(RoomService.write(room));
        } catch (IOException | RuntimeException e) {
            LOG.warn("the room is not announced in the network: {}", e.toString());
        }
    }

    /// @param again repeated with each responder until the end
    private Runnable open(Consumer<JmDNS> use, Consumer<JmDNS> again) {
        ScheduledExecutorService inOrder =
                Executors.newSingleThreadScheduledExecutor(
                        Thread.ofPlatform().daemon().name("lan-rooms").factory());
        List<JmDNS> responders = new ArrayList<>();
        inOrder.execute(() -> {
            begin(responders, use);
            repeat(inOrder, () -> responders.forEach(again), FIRST_REPEAT_SECONDS);
        });
        AtomicBoolean ended = new AtomicBoolean();
        return () -> {
            if (ended.compareAndSet(false, true)) {
                ending.add(inOrder);
                inOrder.execute(() -> {
                    responders.forEach(LanRooms::close);
                    ending.remove(inOrder);
                    inOrder.shutdownNow();
                });
            }
        };
    }

    private void begin(List<JmDNS> responders, Consumer<JmDNS> use) {
        for (InetAddress address : addresses.get()) {
            try {
                JmDNS responder = JmDNS.create(address);
                responders.add(responder);
                use.accept(responder);
            } catch (IOException e) {
                LOG.info("an interface has no mDNS: {}", e.toString());
            }
        }
    }

    private static void repeat(ScheduledExecutorService inOrder, Runnable what, long seconds) {
        ScheduledFuture<?> _ =
                inOrder.schedule(
                        () -> {
                            what.run();
                            repeat(inOrder, what, Math.min(2 * seconds, MAX_REPEAT_SECONDS));
                        },
                        seconds,
                        TimeUnit.SECONDS);
    }

    /// Waits up to 1.5 s for mDNS goodbyes; otherwise others would still see closed rooms.
    @Override
    public void close() {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(GOODBYE_MILLIS);
        try {
            for (ExecutorService each : ending) {
                boolean _ = each.awaitTermination(end - System.nanoTime(), TimeUnit.NANOSECONDS);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static void close(JmDNS responder) {
        try {
            responder.close();
        } catch (IOException e) {
            LOG.debug("mDNS did not close well", e);
        }
    }
}
