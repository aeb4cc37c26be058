package org.tonewire.app.core.host;

import java.time.Duration;
import java.util.Optional;
import org.tonewire.app.core.host.RoomPlace.Here;
import org.tonewire.app.core.host.RoomPlace.OnServer;
import org.tonewire.app.core.invite.RoomSecret;
import org.tonewire.app.core.trust.RoomOwner;
import org.tonewire.signaling.protocol.RoomName;

/// A room to be hosted.
///
/// @param owner who renews its invites, from before; empty makes a new one
/// @param participants how many it takes, the host among them; a server elsewhere has its own limit
public record HostRequest(
        RoomName room,
        RoomSecret secret,
        Optional<RoomOwner> owner,
        RoomPlace place,
        int participants) {
    public static final int USUAL_PARTICIPANTS = 16;

    /// A room of the usual size on this computer, with a new owner.
    public HostRequest(
            RoomName room, RoomSecret secret, int port, Optional<String> advertisedHost) {
        this(room, secret, new Here(port, advertisedHost));
    }

    /// A room of the usual size, with a new owner.
    public HostRequest(RoomName room, RoomSecret secret, RoomPlace place) {
        this(room, secret, Optional.empty(), place, USUAL_PARTICIPANTS);
    }

    /// What is asked of this computer; empty for a room on a server.
    public Optional<Here> here() {
        return place instanceof Here here ? Optional.of(here) : Optional.empty();
    }

    /// The server on which the room is to be; empty for a room on this computer.
    public Optional<ServerAddress> server() {
        return place instanceof OnServer on ? Optional.of(on.server()) : Optional.empty();
    }

    /// How long the room stays on its server without participants, if it does.
    public Optional<Duration> keep() {
        return place instanceof OnServer on ? on.keep() : Optional.empty();
    }

    /// The same with another secret.
    public HostRequest with(RoomSecret other) {
        return new HostRequest(room, other, owner, place, participants);
    }

    /// The same under another name.
    public HostRequest named(RoomName other) {
        return new HostRequest(other, secret, owner, place, participants);
    }

    /// The same somewhere else. The owner stays where it is: a server that is shown the owner of a
    /// room on another one could pass that on to there, and take that room.
    public HostRequest at(RoomPlace other) {
        return new HostRequest(room, secret, owner.filter(_ -> isIn(other)), other, participants);
    }

    /// Whether both are on this computer, or on one server.
    public boolean isIn(RoomPlace other) {
        return switch (other) {
            case Here _ -> here().isPresent();
            case OnServer there -> server().filter(there.server()::isAt).isPresent();
        };
    }

    /// The same on this computer at this port, with the name or address that its invites had.
    public HostRequest at(int port) {
        return at(new Here(port, here().flatMap(Here::advertisedHost)));
    }

    /// The same with this name or address in its invites, if it is on this computer.
    public HostRequest advertising(String host) {
        return here().map(at -> at(new Here(at.port(), Optional.of(host)))).orElse(this);
    }

    /// The same with this owner.
    public HostRequest ownedBy(RoomOwner known) {
        return new HostRequest(room, secret, Optional.of(known), place, participants);
    }
}
