package org.tonewire.app.shell;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.tonewire.app.core.host.HostRequest;
import org.tonewire.app.core.host.ServerAddress;
import org.tonewire.app.core.invite.RoomSecret;
import org.tonewire.signaling.protocol.RoomName;

/// A room that is hosted from here, or was until the program or the computer failed: what is needed
/// to open it again under the same invite. The certificate has a file of its own.
///
/// @param id names its file
/// @param request with the port that is really listened on, or the server with its pin, the present
///   secret and the owner
/// @param use whether it outlives its end
/// @param lastUsed when it was hosted last, to some minutes; [#NEVER] before the first time
/// @param hosted whether a process hosts it now
public record StoredRoom(
        String id, HostRequest request, Use use, Instant lastUsed, boolean hosted) {
    public static final Instant NEVER = Instant.EPOCH;

    /// After this time a room that failed is not offered any more.
    static final Duration YOUNG = Duration.ofHours(24);

    /// The same of a room on a server, which may live on: only the key in its file can end it.
    static final Duration YOUNG_ON_SERVER = Duration.ofDays(30);

    private static final int ID_BYTES = 8;

    /// What becomes of a room when the person who hosts it ends it.
    public enum Use {
        /// It is forgotten.
        ONCE,
        /// It goes on at the next start: `--keep`.
        KEPT
    }

    /// A room that was never hosted.
    public static StoredRoom of(HostRequest request, Use use) {
        byte[] id = new byte[ID_BYTES];
        new SecureRandom().nextBytes(id);
        return new StoredRoom(HexFormat.of().formatHex(id), request, use, NEVER, false);
    }

    /// The room that goes on under a name: the one that is kept, else the last that failed.
    ///
    /// @param rooms the newest first
    public static Optional<StoredRoom> toGoOnWith(List<StoredRoom> rooms, RoomName name) {
        List<StoredRoom> named = rooms.stream().filter(room -> room.name().equals(name)).toList();
        return named.stream()
                .filter(StoredRoom::isKept)
                .findFirst()
                .or(() -> named.stream().filter(room -> !room.hosted).findFirst());
    }

    public RoomName name() {
        return request.room();
    }

    /// Whether this is the room that a request asks for, in the same place.
    boolean isOf(HostRequest other) {
        return name().equals(other.room())
                && request.secret().equals(other.secret())
                && request.isIn(other.place());
    }

    /// Whether it is on this server, and not on this computer.
    public boolean isOn(ServerAddress server) {
        return request.server().filter(server::isAt).isPresent();
    }

    public boolean isKept() {
        return use == Use.KEPT;
    }

    /// Whether it stays on its server when its host is gone, so that only its owner ends it.
    public boolean staysOnServer() {
        return request.keep().filter(time -> !time.isZero()).isPresent();
    }

    boolean wasHosted() {
        return !lastUsed.equals(NEVER);
    }

    /// Whether it was hosted in the last 24 hours, or 30 days for a room on a server. A clock that
    /// was set back makes it no older.
    public boolean isYoung(Instant now) {
        Duration young = request.server().isPresent() ? YOUNG_ON_SERVER : YOUNG;
        return lastUsed.plus(young).isAfter(now);
    }

    /// The same room with another secret.
    StoredRoom with(RoomSecret secret) {
        return with(request.with(secret));
    }

    /// The same room with other settings.
    StoredRoom with(HostRequest other) {
        return new StoredRoom(id, other, use, lastUsed, hosted);
    }

    /// The same room with other settings, to be kept.
    public StoredRoom keptFor(HostRequest other) {
        return new StoredRoom(id, other, Use.KEPT, lastUsed, hosted);
    }

    /// The same room, hosted now.
    StoredRoom hostedAt(Instant now) {
        return new StoredRoom(id, request, use, now, true);
    }

    /// The same room, which nobody hosts any more.
    StoredRoom leftAt(Instant now) {
        return new StoredRoom(id, request, use, now, false);
    }
}
