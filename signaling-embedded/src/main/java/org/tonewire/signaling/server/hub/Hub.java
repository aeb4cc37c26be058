package org.tonewire.signaling.server.hub;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.tonewire.signaling.hub.OfferLink;
import org.tonewire.signaling.hub.OfferLinks;
import org.tonewire.signaling.protocol.ParticipantId;
import org.tonewire.signaling.protocol.RoomName;
import org.tonewire.signaling.room.event.ConnectionId;
import org.tonewire.signaling.room.event.Credential;
import org.tonewire.signaling.room.event.Delivery;
import org.tonewire.signaling.room.event.Family;
import org.tonewire.signaling.room.event.Profile;
import org.tonewire.signaling.room.event.RoomEffect;
import org.tonewire.signaling.room.event.RoomEvent;
import org.tonewire.signaling.server.hub.HubConnection.IceCandidate;
import org.tonewire.signaling.server.work.BoundedThread;
import org.tonewire.signaling.server.work.Taps;

/// Where the data channels of clients that offer by HTTP end: each text goes on, as it came, to
/// every other peer of the room. All state belongs to the thread `tonewire-hub`; methods may be
/// called from any thread.
public final class Hub implements AutoCloseable {
    public static final Family FAMILY = new Family("offer");

    private static final int MAX_TASKS = 8192;
    private static final int MAX_EARLY_PEERS = 256;
    private static final int MAX_EARLY = 64;

    private final OfferLinks links;
    private final RoomDoor rooms;
    private final Taps taps;
    private final BoundedThread thread = new BoundedThread("tonewire-hub", MAX_TASKS);
    private final Map<RoomName, Map<ParticipantId, HubConnection>> seats = new HashMap<>();
    private final Map<HubPeer, List<IceCandidate>> early = new LinkedHashMap<>();

    public Hub(OfferLinks links, RoomDoor rooms, Taps taps) {
        this.links = links;
        this.rooms = rooms;
        this.taps = taps;
    }

    /// Takes a peer in, in place of an older one of the same id; the SDP that answers its offer.
    CompletionStage<String> offer(HubPeer peer, String sdp) {
        CompletableFuture<String> answer = new CompletableFuture<>();
        ConnectionId connection = rooms.newConnection();
        rooms.listen(
                connection, told -> run(answer, () -> told(peer, connection, told, sdp, answer)));
        rooms.raise(
                new RoomEvent.Enter(
                        connection,
                        peer.room(),
                        Profile.nameless(FAMILY),
                        new Credential.None(),
                        new RoomEvent.Identity.Claimed(peer.id())));
        return answer;
    }

    /// Keeps candidates that come before their offer.
    void candidate(HubPeer peer, IceCandidate candidate) {
        var _ =
                thread.tryRun(() -> {
                    Optional<HubConnection> seat = find(peer);
                    if (seat.isPresent()) {
                        seat.get().add(candidate);
                    } else {
                        keep(peer, candidate);
                    }
                });
    }

    /// Done when the peer has left, if it was there at all.
    CompletionStage<Boolean> leave(HubPeer peer) {
        CompletableFuture<Boolean> done = new CompletableFuture<>();
        run(
                done,
                () -> {
                    early.remove(peer);
                    find(peer)
                            .ifPresent(seat -> {
                                end(seat);
                                rooms.detach(
                                        seat.connection(),
                                        new RoomEvent.ConnectionClosed(seat.connection()));
                            });
                    done.complete(true);
                });
        return done;
    }

    @Override
    public void close() {
        var _ =
                thread.tryRun(() ->
                        seats.values().stream()
                                .flatMap(room -> List.copyOf(room.values()).stream())
                                .forEach(seat -> seat.link().close()));
        thread.close();
    }

    private void told(
            HubPeer peer,
            ConnectionId connection,
            RoomEffect.ToConnection told,
            String sdp,
            CompletableFuture<String> answer) {
        switch (told) {
            case RoomEffect.Deliver(_, _, Delivery.Welcome _) ->
                    begin(peer, connection, sdp, answer);
            case RoomEffect.Refuse refuse -> {
                rooms.detach(connection, new RoomEvent.ConnectionClosed(connection));
                answer.completeExceptionally(new RefusedException(refuse.reason()));
            }
            case RoomEffect.Supersede _ -> {
                find(peer)
                        .filter(seat -> seat.connection().equals(connection))
                        .ifPresent(this::end);
                rooms.detach(connection, new RoomEvent.ConnectionClosed(connection));
            }
            case RoomEffect.Deliver _, RoomEffect.UnknownTarget _, RoomEffect.NotInRoom _ -> {}
        }
    }

    private void begin(
            HubPeer peer, ConnectionId connection, String sdp, CompletableFuture<String> answer) {
        find(peer).ifPresent(this::end);
        HubConnection[] mine = new HubConnection[1];
        OfferLink link = links.begin(new Ears(peer, mine));
        HubConnection seat = new HubConnection(peer, connection, link);
        mine[0] = seat;
        seats.computeIfAbsent(peer.room(), _ -> new LinkedHashMap<>()).put(peer.id(), seat);
        List<IceCandidate> came = early.remove(peer);
        if (came != null) {
            came.forEach(seat::add);
        }
        var _ =
                link.answer(sdp)
                        .whenComplete((text, problem) ->
                                run(answer, () -> answered(seat, text, problem, answer)));
    }

    private void answered(
            HubConnection seat, String text, Throwable problem, CompletableFuture<String> answer) {
        if (problem == null) {
            seat.answered();
            answer.complete(text);
        } else {
            gone(seat);
            answer.completeExceptionally(problem);
        }
    }

    private void heard(HubConnection from, String text) {
        HubPeer peer = from.peer();
        if (find(peer).filter(from::equals).isEmpty()) {
            return;
        }
        var _ = taps.tell(peer.room(), peer.id(), text);
        for (HubConnection seat : List.copyOf(seats.getOrDefault(peer.room(), Map.of()).values())) {
            if (!seat.equals(from)) {
                seat.link().send(text);
            }
        }
    }

    private void gone(HubConnection seat) {
        if (find(seat.peer()).filter(seat::equals).isPresent()) {
            end(seat);
            rooms.detach(seat.connection(), new RoomEvent.ConnectionLost(seat.connection()));
        }
    }

    private void end(HubConnection seat) {
        HubPeer peer = seat.peer();
        Map<ParticipantId, HubConnection> room = seats.getOrDefault(peer.room(), Map.of());
        if (room.remove(peer.id(), seat) && room.isEmpty()) {
            seats.remove(peer.room());
        }
        seat.link().close();
    }

    private Optional<HubConnection> find(HubPeer peer) {
        return Optional.ofNullable(seats.getOrDefault(peer.room(), Map.of()).get(peer.id()));
    }

    private void keep(HubPeer peer, IceCandidate candidate) {
        List<IceCandidate> kept = early.computeIfAbsent(peer, _ -> new ArrayList<>());
        if (kept.size() < MAX_EARLY) {
            kept.add(candidate);
        }
        if (early.size() > MAX_EARLY_PEERS) {
            early.remove(early.keySet().iterator().next());
        }
    }

    /// On the hub's thread; what waits for it fails where too much waits already.
    private void run(CompletableFuture<?> waiting, BoundedThread.Task task) {
        boolean taken =
                thread.tryRun(() -> {
                    try {
                        task.run();
                    } catch (RuntimeException e) {
                        waiting.completeExceptionally(e);
                        throw e;
                    }
                });
        if (!taken) {
            waiting.completeExceptionally(new IllegalStateException("too much to do"));
        }
    }

    private final class Ears implements OfferLink.Listener {
        private final HubPeer peer;
        private final HubConnection[] seat;

        Ears(HubPeer peer, HubConnection[] seat) {
            this.peer = peer;
            this.seat = seat;
        }

        @Override
        public void heard(String text) {
            var _ = thread.tryRun(() -> Hub.this.heard(seat[0], text));
        }

        @Override
        public void gone() {
            var _ = thread.tryRun(() -> Hub.this.gone(seat[0]));
        }

        @Override
        public String toString() {
            return "ears of " + peer;
        }
    }
}
