package org.tonewire.app.shell.server;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.tonewire.app.core.host.RoomServers;
import org.tonewire.app.core.host.RoomServers.Answer;
import org.tonewire.app.core.host.ServerAddress;
import org.tonewire.app.core.invite.Invite;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.core.problem.Reason;
import org.tonewire.app.core.trust.RoomOwner;
import org.tonewire.app.shell.RoomStore;
import org.tonewire.app.shell.StoredRoom;
import org.tonewire.signaling.protocol.RoomState;

/// The rooms on servers that this computer owns. Each has an owner key of its own, so the list is
/// that of the files here, and a server is asked about one room at a time: it is not told which
/// rooms have one owner. Any thread; blocks while servers answer.
public final class OwnedRooms {
    /// Nothing else waits while a room of the list is closed.
    private static final Duration CLOSE_LIMIT = Duration.ofSeconds(12);

    private final RoomStore rooms;
    private final RoomServers servers;

    public OwnedRooms(RoomStore rooms, RoomServers servers) {
        this.rooms = rooms;
        this.servers = servers;
    }

    /// What is known of a room at its server.
    public sealed interface Standing {
        record There(RoomState state) implements Standing {}

        /// The server has no such room.
        record Gone() implements Standing {}

        /// The server did not say.
        record Unknown(Problem problem) implements Standing {}
    }

    /// The owned rooms on servers, the newest first.
    public List<StoredRoom> list() {
        return rooms.load().stream().filter(OwnedRooms::isOwned).toList();
    }

    private static boolean isOwned(StoredRoom room) {
        return room.request().server().isPresent() && room.request().owner().isPresent();
    }

    /// The invite by which others enter.
    ///
    /// @param room one of the list
    public static Invite invite(StoredRoom room) {
        ServerAddress server = server(room);
        return new Invite(
                server.host(),
                server.port(),
                room.name(),
                room.request().secret(),
                server.pin(),
                room.request().owner().map(RoomOwner::hash));
    }

    private static ServerAddress server(StoredRoom room) {
        return room.request().server().orElseThrow();
    }

    private static RoomOwner owner(StoredRoom room) {
        return room.request().owner().orElseThrow();
    }

    /// Asks the server of a room about it.
    public Standing standing(StoredRoom room) {
        return switch (servers.query(server(room), invite(room), owner(room))) {
            case Answer.Shown(RoomState state) -> new Standing.There(state);
            case Answer.Failed(Problem problem) when problem.reason() == Reason.NO_SUCH_ROOM ->
                    new Standing.Gone();
            case Answer.Failed(Problem problem) -> new Standing.Unknown(problem);
            case Answer.Untrusted _ -> new Standing.Unknown(changed(room));
            case Answer.Done _ -> throw new IllegalStateException("an answer to no question");
        };
    }

    /// Ends a room for all, and forgets its key; one that is hosted now is forgotten by who hosts
    /// it.
    ///
    /// @return why the server did not end it, if so; then its key is kept
    public Optional<Problem> close(StoredRoom room) {
        return switch (servers.end(server(room), invite(room), owner(room), CLOSE_LIMIT)) {
            case Answer.Done _ -> {
                if (!room.hosted()) {
                    rooms.remove(room);
                }
                yield Optional.empty();
            }
            case Answer.Failed(Problem problem) -> Optional.of(problem);
            case Answer.Untrusted _ -> Optional.of(changed(room));
            case Answer.Shown _ -> throw new IllegalStateException("an answer to no question");
        };
    }

    private static Problem changed(StoredRoom room) {
        return new Problem(Reason.SERVER_CERTIFICATE_CHANGED, server(room).authority());
    }
}
