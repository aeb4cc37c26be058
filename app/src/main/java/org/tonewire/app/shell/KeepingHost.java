package org.tonewire.app.shell;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.tonewire.app.core.host.HostOutcome;
import org.tonewire.app.core.host.HostRequest;
import org.tonewire.app.core.host.Hosting;
import org.tonewire.app.core.host.RoomHost;
import org.tonewire.app.core.host.RoomPlace;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.core.problem.Reason;
import org.tonewire.app.core.room.ConnectionStatus;
import org.tonewire.app.core.room.SessionEvent;
import org.tonewire.app.shell.StoredRoom.Use;

/// A host whose rooms are stored while they are open, so that they can go on after a failure of the
/// program or the computer. A room that its host ends is forgotten, unless it is to be kept. Any
/// thread.
public final class KeepingHost implements RoomHost {
    /// How often the time is noted at which a room is hosted.
    static final Duration NOTE_EVERY = Duration.ofMinutes(10);

    private final RoomHost host;
    private final RoomStore rooms;
    private final InstantSource clock;
    private final Executor background;
    private final BooleanSupplier toldToEnd;

    /// @param background writes files while a room is hosted
    /// @param toldToEnd whether the system ends this process, and not the person who hosts
    public KeepingHost(
            RoomHost host,
            RoomStore rooms,
            InstantSource clock,
            Executor background,
            BooleanSupplier toldToEnd) {
        this.host = host;
        this.rooms = rooms;
        this.clock = clock;
        this.background = background;
        this.toldToEnd = toldToEnd;
    }

    @Override
    public HostOutcome host(HostRequest request) {
        Optional<StoredRoom> before =
                rooms.load().stream().filter(room -> room.isOf(request)).findFirst();
        if (before.filter(StoredRoom::hosted).isPresent()) {
            // Its file is that process's.
            return new HostOutcome.Failed(alreadyOpen(request));
        }
        return switch (host.host(ownedAsBefore(request, before))) {
            case HostOutcome.Started(Hosting hosting) ->
                    new HostOutcome.Started(
                            stored(
                                    before.orElseGet(() -> StoredRoom.of(request, Use.ONCE)),
                                    request,
                                    hosting));
            case HostOutcome.Failed(Problem problem) ->
                    new HostOutcome.Failed(
                            before.map(room -> aboutPort(room, request, problem)).orElse(problem));
        };
    }

    private static Problem alreadyOpen(HostRequest request) {
        return request.here()
                .map(at -> new Problem(Reason.ROOM_PORT_IN_USE, String.valueOf(at.port())))
                .orElseGet(() -> new Problem(Reason.ROOM_OPEN_ALREADY, request.room().value()));
    }

    /// Guests take renewals of the owner that their invites name.
    private static HostRequest ownedAsBefore(HostRequest request, Optional<StoredRoom> before) {
        return before.filter(_ -> request.owner().isEmpty())
                .flatMap(room -> room.request().owner())
                .map(request::ownedBy)
                .orElse(request);
    }

    private Hosting stored(StoredRoom room, HostRequest request, Hosting hosting) {
        Stored stored =
                new Stored(
                        hosting,
                        room.with(request.at(place(request, hosting)).ownedBy(hosting.owner())));
        stored.save();
        Hosting kept = hosting.followedBy(stored::happened).closedBy(stored::close);
        return stored.room.staysOnServer() ? kept.staying() : kept;
    }

    /// Where the room really is, as its invites say.
    private static RoomPlace place(HostRequest request, Hosting hosting) {
        return switch (request.place()) {
            case RoomPlace.Here(_, var advertised) ->
                    new RoomPlace.Here(hosting.port(), advertised);
            case RoomPlace.OnServer asked ->
                    hosting.server()
                            .<RoomPlace>map(at -> new RoomPlace.OnServer(at, kept(asked, hosting)))
                            .orElse(asked);
        };
    }

    /// A server that keeps no rooms has it end with its host.
    private static Optional<Duration> kept(RoomPlace.OnServer asked, Hosting hosting) {
        boolean isRefused =
                hosting.problems().stream()
                        .anyMatch(problem -> problem.reason() == Reason.ROOM_NOT_KEPT);
        return asked.keep().filter(_ -> !isRefused);
    }

    /// The invites to a room that goes on name its port.
    private static Problem aboutPort(StoredRoom room, HostRequest request, Problem problem) {
        boolean itsOwn = room.wasHosted() && port(room.request()).equals(port(request));
        return itsOwn && problem.reason() == Reason.PORT_IN_USE
                ? new Problem(Reason.ROOM_PORT_IN_USE, problem.subject())
                : problem;
    }

    private static Optional<Integer> port(HostRequest request) {
        return request.here().map(RoomPlace.Here::port);
    }

    /// A room that is hosted now.
    private final class Stored {
        private final ReentrantLock writing = new ReentrantLock();
        private final Hosting hosting;
        private final String host;
        private volatile StoredRoom room;
        private volatile Instant noted;
        private volatile boolean failed;
        private volatile boolean entered;
        private boolean closed;

        Stored(Hosting hosting, StoredRoom room) {
            this.hosting = hosting;
            this.host = hosting.invite().host();
            this.room = room;
            this.noted = clock.instant();
        }

        /// Session thread; does not wait for files.
        void happened(SessionEvent event) {
            if (event instanceof SessionEvent.SecretHandedOver(var secret)) {
                room = room.with(secret);
                noted = clock.instant();
                background.execute(this::renew);
                return;
            }
            hosting.happened(event);
            if (event
                    instanceof
                    SessionEvent.ConnectionChanged(ConnectionStatus.Ended(var problem))) {
                failed = problem.isPresent();
            } else if (event instanceof SessionEvent.ConnectionChanged(ConnectionStatus.InRoom _)) {
                entered = true;
            } else if (!clock.instant().isBefore(noted.plus(NOTE_EVERY))) {
                saveSoon();
            }
        }

        /// A room that goes on after a failure must not go back to a secret that was replaced, so
        /// the file is first.
        private void renew() {
            save();
            hosting.renew(room.request().secret());
        }

        private void saveSoon() {
            noted = clock.instant();
            background.execute(this::save);
        }

        void save() {
            writing.lock();
            try {
                if (!closed) {
                    rooms.save(advertised().hostedAt(clock.instant()));
                }
            } finally {
                writing.unlock();
            }
        }

        /// With the address that its host chose for the invite meanwhile.
        private StoredRoom advertised() {
            StoredRoom now = room;
            String chosen = hosting.invite().host();
            return chosen.equals(host) ? now : now.with(now.request().advertising(chosen));
        }

        /// A room that was to go on and was not entered still can.
        private boolean isRescued() {
            return room.wasHosted() && !entered;
        }

        void close() {
            boolean goesOn =
                    room.isKept()
                            || room.staysOnServer()
                            || failed
                            || isRescued()
                            || toldToEnd.getAsBoolean();
            boolean isFirst = stopSaving();
            if (goesOn) {
                try {
                    leave(isFirst);
                } finally {
                    hosting.leaveOpen();
                }
            } else if (hosting.end()) {
                if (isFirst) {
                    rooms.remove(room);
                }
            } else {
                // Only the key in the file can end what its server has.
                leave(isFirst);
            }
        }

        private void leave(boolean isFirst) {
            if (isFirst) {
                rooms.save(advertised().leftAt(clock.instant()));
            }
        }

        /// Whether this ended it.
        private boolean stopSaving() {
            writing.lock();
            try {
                boolean isFirst = !closed;
                closed = true;
                return isFirst;
            } finally {
                writing.unlock();
            }
        }
    }
}
