package org.tonewire.app.simulation;

import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.tonewire.app.fake.ManualLoop;
import org.tonewire.app.signaling.VirtualChannel;
import org.tonewire.signaling.protocol.ClientMessage;
import org.tonewire.signaling.protocol.ParticipantId;
import org.tonewire.signaling.protocol.ServerMessage;
import org.tonewire.signaling.room.event.ConnectionId;

/// One connection of a client with the server. Each direction keeps its order and has its own
/// delays; what is on the way when the connection breaks is lost.
final class SimSocket implements VirtualChannel.Socket {
    private static final int MAX_DELAY_MILLIS = 120;
    private static final Duration NOTICED_AFTER = Duration.ofSeconds(8);
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(2);

    private final SimServer server;
    private final ConnectionId id;
    private final VirtualChannel.Events events;
    private final BooleanSupplier reached;
    private final Direction up = new Direction();
    private final Direction down = new Direction();
    private final SimAllowance allowance = new SimAllowance();
    private Optional<ParticipantId> self = Optional.empty();
    private boolean broken;
    private boolean dropped;

    private final class Direction {
        private long lastNanos;

        void carry(Runnable arrival) {
            ManualLoop clock = server.clock();
            long delay = server.random().nextInt(1, MAX_DELAY_MILLIS) * 1_000_000L;
            lastNanos = Math.max(lastNanos, clock.nanoTime() + delay);
            clock.after(
                    Duration.ofNanos(lastNanos - clock.nanoTime()),
                    () -> {
                        if (!broken) {
                            arrival.run();
                        }
                    });
        }
    }

    SimSocket(
            SimServer server,
            ConnectionId id,
            VirtualChannel.Events events,
            BooleanSupplier reached) {
        this.server = server;
        this.id = id;
        this.events = events;
        this.reached = reached;
    }

    void open() {
        if (server.isDown() || !reached.getAsBoolean()) {
            broken = true;
            server.clock().after(CONNECT_TIMEOUT, this::clientNotices);
            server.lost(this);
        } else {
            down.carry(events::opened);
        }
    }

    ConnectionId id() {
        return id;
    }

    Optional<ParticipantId> self() {
        return self;
    }

    void enter(ParticipantId participant) {
        self = Optional.of(participant);
    }

    /// The server tells this client something, as it sees fit.
    void tell(ServerMessage message) {
        server.tells(this, message);
    }

    /// This reaches the client, unless the connection breaks before.
    void deliver(ServerMessage message) {
        down.carry(() -> {
            if (!dropped) {
                events.received(message);
            }
        });
    }

    /// Both sides notice at once.
    void breaks() {
        if (!broken) {
            broken = true;
            clientNotices();
            server.lost(this);
        }
    }

    /// The server closes it, after what it said before, and reads no more of it.
    ///
    /// @param code as in `docs/PROTOCOL.md`
    void closes(int code) {
        if (!broken) {
            server.lost(this);
            down.carry(() -> {
                broken = true;
                if (!dropped) {
                    events.closed(code);
                }
            });
        }
    }

    /// Nothing gets through any more; each side notices when it has heard nothing for long enough.
    void falls() {
        if (!broken) {
            broken = true;
            later(NOTICED_AFTER, this::clientNotices);
            later(NOTICED_AFTER, () -> server.lost(this));
        }
    }

    private void later(Duration delay, Runnable task) {
        server.clock().after(delay.plusMillis(server.random().nextInt(3_000)), task);
    }

    private void clientNotices() {
        if (!dropped) {
            events.gone();
        }
    }

    @Override
    public void send(ClientMessage message) {
        if (!broken && !dropped) {
            allowance.take(server.clock().nanoTime());
            up.carry(() -> server.received(this, message));
        }
    }

    /// Sends what no session would, which the server does not count.
    void sendForged(ClientMessage message) {
        if (!broken && !dropped) {
            up.carry(() -> server.received(this, message));
        }
    }

    @Override
    public void close() {
        dropped = true;
        if (!broken) {
            up.carry(() -> server.closed(this));
        }
    }

    /// The server notices later where the network does not carry the end to it.
    @Override
    public void drop() {
        if (dropped) {
            return;
        }
        dropped = true;
        if (!broken) {
            up.carry(() -> server.lost(this));
        }
    }

    @Override
    public boolean isAlive() {
        return !broken;
    }
}
