package org.tonewire.app.simulation;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import org.tonewire.app.core.invite.Invite;
import org.tonewire.app.core.invite.RoomSecret;
import org.tonewire.app.core.signaling.JoinRequest;
import org.tonewire.app.core.trust.RoomKeys;
import org.tonewire.app.fake.ManualLoop;
import org.tonewire.app.signaling.VirtualChannel;
import org.tonewire.signaling.protocol.ClientMessage;
import org.tonewire.signaling.protocol.ErrorReason;
import org.tonewire.signaling.protocol.JoinIdentity;
import org.tonewire.signaling.protocol.ParticipantId;
import org.tonewire.signaling.protocol.ParticipantInfo;
import org.tonewire.signaling.protocol.ParticipantName;
import org.tonewire.signaling.protocol.PeerMessage;
import org.tonewire.signaling.protocol.RefusalReason;
import org.tonewire.signaling.protocol.RoomName;
import org.tonewire.signaling.protocol.Seal;
import org.tonewire.signaling.protocol.ServerMessage;
import org.tonewire.signaling.protocol.key.AccessKey;
import org.tonewire.signaling.protocol.key.Nonce;
import org.tonewire.signaling.room.RoomIds;
import org.tonewire.signaling.room.RoomLimits;
import org.tonewire.signaling.room.Rooms;
import org.tonewire.signaling.room.event.ConnectionId;
import org.tonewire.signaling.room.event.Credential;
import org.tonewire.signaling.room.event.Delivery;
import org.tonewire.signaling.room.event.Family;
import org.tonewire.signaling.room.event.Participant;
import org.tonewire.signaling.room.event.Profile;
import org.tonewire.signaling.room.event.RelayedMessage;
import org.tonewire.signaling.room.event.RoomEffect;
import org.tonewire.signaling.room.event.RoomEvent;
import org.tonewire.signaling.room.event.Visibility;

/// The real room model behind simulated sockets.
final class SimServer implements RoomIds {
    private static final Family FAMILY = new Family("tonewire");

    /// A close code.
    private static final int KEY_CHANGED = 4002;

    private final ManualLoop clock;
    private final Random random;
    private final Map<ConnectionId, SimSocket> sockets = new HashMap<>();
    private final Map<ParticipantId, ParticipantInfo> infos = new HashMap<>();
    private Rooms rooms;
    private int connections;
    private int participants;
    private long sessions;
    private Post post = SimSocket::deliver;
    private Optional<RoomSecret> secret = Optional.empty();
    private boolean down;

    /// Delivers what the server says.
    interface Post {
        void tell(SimSocket to, ServerMessage message);
    }

    private record Relayed(PeerMessage message, Optional<Seal> seal) implements RelayedMessage {
        @Override
        public int bytes() {
            return 1_000;
        }
    }

    SimServer(ManualLoop clock, Random random) {
        this.clock = clock;
        this.random = random;
        this.rooms = new Rooms(RoomLimits.DEFAULT, this);
    }

    /// @param reached whether the network lets this client through
    SimSocket connect(VirtualChannel.Events events, BooleanSupplier reached) {
        ConnectionId id = new ConnectionId(++connections);
        SimSocket socket = new SimSocket(this, id, events, reached);
        sockets.put(id, socket);
        socket.open();
        return socket;
    }

    /// From here on everything goes by this.
    void deliverBy(Post next) {
        post = next;
    }

    void tells(SimSocket socket, ServerMessage message) {
        post.tell(socket, message);
    }

    /// The connections of those who are in the room.
    List<SimSocket> inside() {
        return sockets.values().stream().filter(socket -> socket.self().isPresent()).toList();
    }

    ManualLoop clock() {
        return clock;
    }

    Random random() {
        return random;
    }

    /// Another number for each session.
    long nextSession() {
        return ++sessions;
    }

    /// The room is hosted: it stays, also over a restart.
    void open(RoomSecret by) {
        secret = Optional.of(by);
        rooms.open(SimPerson.ROOM, key(by), Visibility.UNLISTED);
    }

    /// The hosted room has another secret from here on.
    void changeKey(RoomSecret to) {
        secret = Optional.of(to);
        apply(new RoomEvent.ChangeKey(SimPerson.ROOM, key(to)));
    }

    /// How people enter the room now.
    Invite invite() {
        return secret.map(SimPerson.INVITE::with).orElse(SimPerson.INVITE);
    }

    /// The same request, by the present invite if that is another.
    JoinRequest entry(JoinRequest request) {
        return invite().equals(request.invite()) ? request : request.by(invite().secret());
    }

    private static AccessKey key(RoomSecret secret) {
        return RoomKeys.derive(secret, SimPerson.ROOM).access(SimPerson.INVITE.server());
    }

    boolean isDown() {
        return down;
    }

    /// All sockets break, and the rooms are gone.
    void restart(Duration away) {
        down = true;
        rooms = new Rooms(RoomLimits.DEFAULT, this);
        secret.ifPresent(this::open);
        List.copyOf(sockets.values()).forEach(SimSocket::breaks);
        sockets.clear();
        clock.after(away, () -> down = false);
    }

    /// The same, and somebody opens the room by another secret before all others.
    void restartOpenedBy(RoomSecret other, Duration away) {
        secret = Optional.of(other);
        restart(away);
    }

    /// Those who are in the room, as the others were told of them.
    List<ParticipantInfo> present() {
        return inside().stream()
                .flatMap(socket -> socket.self().stream())
                .flatMap(id -> Optional.ofNullable(infos.get(id)).stream())
                .toList();
    }

    /// Every connection breaks, and the rooms stay.
    void breakAll() {
        List.copyOf(sockets.values()).forEach(SimSocket::breaks);
    }

    /// The ids of those who have a place.
    Set<String> members() {
        Set<String> ids = new TreeSet<>();
        rooms.summaries()
                .forEach(room -> room.members().forEach(member -> ids.add(member.value())));
        return ids;
    }

    void received(SimSocket socket, ClientMessage message) {
        ConnectionId by = socket.id();
        if (!sockets.containsKey(by)) {
            return;
        }
        switch (message) {
            case ClientMessage.Hello hello ->
                    socket.tell(new ServerMessage.Challenge(hello.version(), "tonewire", nonce()));
            case ClientMessage.Join join ->
                    apply(
                            new RoomEvent.Enter(
                                    by,
                                    join.room(),
                                    profile(join.name(), join.identity()),
                                    new Credential.Proof(nonce(), join.proof()),
                                    new RoomEvent.Address.Assigned()));
            case ClientMessage.Open open ->
                    apply(
                            new RoomEvent.Enter(
                                    by,
                                    open.room(),
                                    profile(open.name(), open.identity()),
                                    new Credential.Key(open.accessKey(), open.owner()),
                                    new RoomEvent.Address.Assigned()));
            case ClientMessage.ToPeer(ParticipantId to, PeerMessage said, var seal) ->
                    socket.self()
                            .ifPresent(self ->
                                    apply(
                                            new RoomEvent.Relay(
                                                    by, self, to, new Relayed(said, seal))));
            case ClientMessage.Leave(var seal) ->
                    socket.self().ifPresent(self -> apply(new RoomEvent.Leave(by, self, seal)));
            case ClientMessage.Enter _,
                    ClientMessage.Own _,
                    ClientMessage.Query _,
                    ClientMessage.End _ ->
                    throw new AssertionError("no client does this");
        }
    }

    private static Profile profile(ParticipantName name, JoinIdentity identity) {
        return new Profile(
                Optional.of(name), FAMILY, Profile.UNKNOWN_TYPE, Optional.of(identity.identity()));
    }

    /// The server noticed that a connection broke.
    void lost(SimSocket socket) {
        if (sockets.remove(socket.id(), socket)) {
            apply(new RoomEvent.ConnectionLost(socket.id()));
        }
    }

    void closed(SimSocket socket) {
        if (sockets.remove(socket.id(), socket)) {
            apply(new RoomEvent.ConnectionClosed(socket.id()));
        }
    }

    private void apply(RoomEvent event) {
        rooms.apply(event, clock.nanoTime()).forEach(this::perform);
    }

    private void perform(RoomEffect effect) {
        switch (effect) {
            case RoomEffect.WakeAt(long nanos) -> {
                Rooms now = rooms;
                clock.after(
                        Duration.ofNanos(Math.max(0, nanos - clock.nanoTime())),
                        () -> {
                            if (now == rooms) {
                                apply(new RoomEvent.Tick());
                            }
                        });
            }
            case RoomEffect.ToConnection told -> {
                SimSocket socket = sockets.get(told.to());
                if (socket != null) {
                    tell(socket, told);
                }
            }
        }
    }

    private void tell(SimSocket socket, RoomEffect.ToConnection effect) {
        switch (effect) {
            case RoomEffect.Deliver deliver -> deliver(socket, deliver.delivery());
            case RoomEffect.Refuse(_, RefusalReason reason) ->
                    socket.tell(new ServerMessage.Refused(reason, ""));
            case RoomEffect.Supersede _ -> {
                sockets.remove(socket.id(), socket);
                socket.breaks();
            }
            case RoomEffect.KeyChanged _ -> {
                sockets.remove(socket.id(), socket);
                socket.closes(KEY_CHANGED);
            }
            case RoomEffect.RoomEnded _ ->
                    socket.tell(new ServerMessage.Refused(RefusalReason.ROOM_ENDED, ""));
            case RoomEffect.OwnerHeard(_, RoomName room, _) ->
                    socket.tell(new ServerMessage.Owned(room));
            case RoomEffect.RoomShown(_, var state) ->
                    socket.tell(new ServerMessage.RoomInfo(state));
            case RoomEffect.UnknownTarget _, RoomEffect.NotInRoom _ ->
                    socket.tell(
                            new ServerMessage.Failed(
                                    ErrorReason.UNKNOWN_TARGET, "", Optional.empty()));
        }
    }

    private void deliver(SimSocket socket, Delivery delivery) {
        switch (delivery) {
            case Delivery.Welcome welcome -> {
                infos.put(welcome.self().id(), welcome.self().info());
                socket.enter(welcome.self().id());
                socket.tell(
                        new ServerMessage.Joined(
                                welcome.room(),
                                welcome.self().info(),
                                welcome.resumption(),
                                welcome.others().stream().map(Participant::info).toList()));
            }
            case Delivery.Joined(Participant who) ->
                    socket.tell(new ServerMessage.ParticipantJoined(who.info()));
            case Delivery.Left(ParticipantId id, var reason, var seal) ->
                    socket.tell(new ServerMessage.ParticipantLeft(id, reason, seal));
            case Delivery.Relayed(Participant from, Relayed(PeerMessage message, var seal)) ->
                    socket.tell(new ServerMessage.FromPeer(from.id(), message, seal));
            case Delivery.Relayed _, Delivery.Replaced _ ->
                    throw new AssertionError("nobody does this");
        }
    }

    private static Nonce nonce() {
        return Nonce.of(new byte[32]);
    }

    @Override
    public ParticipantId nextParticipant() {
        return new ParticipantId("p" + ++participants);
    }
}
