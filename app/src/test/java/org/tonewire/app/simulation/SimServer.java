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
import org.tonewire.app.fake.ManualLoop;
import org.tonewire.app.signaling.VirtualChannel;
import org.tonewire.signaling.protocol.ClientMessage;
import org.tonewire.signaling.protocol.ErrorReason;
import org.tonewire.signaling.protocol.ParticipantId;
import org.tonewire.signaling.protocol.PeerMessage;
import org.tonewire.signaling.protocol.RefusalReason;
import org.tonewire.signaling.protocol.ServerMessage;
import org.tonewire.signaling.protocol.key.Nonce;
import org.tonewire.signaling.protocol.key.ResumeToken;
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

/// The real room model behind simulated sockets.
final class SimServer implements RoomIds {
    private static final Family FAMILY = new Family("tonewire");

    private final ManualLoop clock;
    private final Random random;
    private final Map<ConnectionId, SimSocket> sockets = new HashMap<>();
    private Rooms rooms;
    private int connections;
    private int participants;
    private boolean down;

    private record Relayed(PeerMessage message) implements RelayedMessage {
        @Override
        public int characters() {
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

    ManualLoop clock() {
        return clock;
    }

    Random random() {
        return random;
    }

    boolean isDown() {
        return down;
    }

    /// All sockets break, and the rooms are gone.
    void restart(Duration away) {
        down = true;
        rooms = new Rooms(RoomLimits.DEFAULT, this);
        List.copyOf(sockets.values()).forEach(SimSocket::breaks);
        sockets.clear();
        clock.after(away, () -> down = false);
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
        switch (message) {
            case ClientMessage.Hello hello ->
                    socket.tell(new ServerMessage.Challenge(hello.version(), "tonewire", nonce()));
            case ClientMessage.Join join ->
                    apply(
                            new RoomEvent.Enter(
                                    by,
                                    join.room(),
                                    Profile.named(join.name(), FAMILY),
                                    new Credential.Proof(nonce(), join.proof()),
                                    new RoomEvent.Identity.Assigned(join.resume())));
            case ClientMessage.Open open ->
                    apply(
                            new RoomEvent.Enter(
                                    by,
                                    open.room(),
                                    Profile.named(open.name(), FAMILY),
                                    new Credential.Key(open.accessKey()),
                                    new RoomEvent.Identity.Assigned(Optional.empty())));
            case ClientMessage.ToPeer(ParticipantId to, PeerMessage said) ->
                    socket.self()
                            .ifPresent(self ->
                                    apply(new RoomEvent.Relay(by, self, to, new Relayed(said))));
            case ClientMessage.Leave() ->
                    socket.self().ifPresent(self -> apply(new RoomEvent.Leave(by, self)));
            case ClientMessage.Enter _ -> throw new AssertionError("no client does this");
        }
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
            case RoomEffect.UnknownTarget _, RoomEffect.NotInRoom _ ->
                    socket.tell(
                            new ServerMessage.Failed(
                                    ErrorReason.UNKNOWN_TARGET, "", Optional.empty()));
        }
    }

    private static void deliver(SimSocket socket, Delivery delivery) {
        switch (delivery) {
            case Delivery.Welcome welcome -> {
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
            case Delivery.Left(ParticipantId id, var reason) ->
                    socket.tell(new ServerMessage.ParticipantLeft(id, reason));
            case Delivery.Relayed(Participant from, Relayed(PeerMessage message)) ->
                    socket.tell(new ServerMessage.FromPeer(from.id(), message));
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

    @Override
    public ResumeToken nextResumeToken() {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        return ResumeToken.of(bytes);
    }
}
