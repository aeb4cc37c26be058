package org.tonewire.signaling.server.hub;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.tonewire.signaling.extend.OfferLink;
import org.tonewire.signaling.extend.OfferLinks;
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
import org.tonewire.signaling.server.limit.BoundedThread;

/// Terminates the data channels of clients that offer by HTTP. Relays each text unchanged to all
/// other peers of the room. The thread `tonewire-hub` owns the state; methods are thread-safe.
public final class Hub implements AutoCloseable {
    public static final Family FAMILY = new Family("offer");

    private static final int MAX_TASKS = 8192;
    private static final int MAX_EARLY_PEERS = 256;
    private static final int MAX_EARLY = 64;

    private final OfferLinks links;
    private final RoomGateway rooms;
    private final Taps taps;
    private final BoundedThread thread = new BoundedThread("tonewire-hub", MAX_TASKS);
    private final Map<RoomName, Map<ParticipantId, HubConnection>> connections = new HashMap<>();
    private final Map<HubPeer, List<IceCandidate>> early = new LinkedHashMap<>();

    public Hub(OfferLinks links, RoomGateway rooms, Taps taps) {
        this.links = links;
        this.rooms = rooms;
        this.taps = taps;
    }

    /// Admits a peer, which replaces an older one of the same id. Completes with the answer to its
    /// offer, or with a [RefusedException] if the room refuses.
    CompletionStage<String> offer(HubPeer peer, String sdp) {
        CompletableFuture<String> answer = new CompletableFuture<>();
        ConnectionId connection = rooms.newConnection();
        rooms.attach(
                connection,
                effect -> run(answer, () -> notified(peer, connection, effect, sdp, answer)));
        rooms.raise(
                new RoomEvent.Enter(
                        connection,
                        peer.room(),
                        Profile.nameless(FAMILY),
                        new Credential.None(),
                        new RoomEvent.Address.Claimed(peer.id())));
        return answer;
    }

    /// Adds an ICE candidate; keeps it if it arrives before the offer.
    void candidate(HubPeer peer, IceCandidate candidate) {
        var _ =
                thread.tryRun(() -> {
                    Optional<HubConnection> hubConnection = find(peer);
                    if (hubConnection.isPresent()) {
                        hubConnection.get().add(candidate);
                    } else {
                        storeEarly(peer, candidate);
                    }
                });
    }

    /// Removes the peer if it is there, then completes.
    CompletionStage<Boolean> leave(HubPeer peer) {
        CompletableFuture<Boolean> done = new CompletableFuture<>();
        run(
                done,
                () -> {
                    early.remove(peer);
                    find(peer)
                            .ifPresent(hubConnection -> {
                                end(hubConnection);
                                rooms.detach(
                                        hubConnection.connection(),
                                        new RoomEvent.ConnectionClosed(hubConnection.connection()));
                            });
                    done.complete(true);
                });
        return done;
    }

    @Override
    public void close() {
        var _ =
                thread.tryRun(() ->
                        connections.values().stream()
                                .flatMap(room -> List.copyOf(room.values()).stream())
                                .forEach(hubConnection -> hubConnection.link().close()));
        thread.close();
    }

    private void notified(
            HubPeer peer,
            ConnectionId connection,
            RoomEffect.ToConnection effect,
            String sdp,
            CompletableFuture<String> answer) {
        switch (effect) {
            case RoomEffect.Deliver(_, _, Delivery.Welcome _) ->
                    begin(peer, connection, sdp, answer);
            case RoomEffect.Refuse refuse -> {
                rooms.detach(connection, new RoomEvent.ConnectionClosed(connection));
                answer.completeExceptionally(new RefusedException(refuse.reason()));
            }
            case RoomEffect.Supersede _, RoomEffect.KeyChanged _, RoomEffect.RoomEnded _ -> {
                find(peer)
                        .filter(hubConnection -> hubConnection.connection().equals(connection))
                        .ifPresent(this::end);
                rooms.detach(connection, new RoomEvent.ConnectionClosed(connection));
            }
            case RoomEffect.Deliver _,
                    RoomEffect.OwnerHeard _,
                    RoomEffect.RoomShown _,
                    RoomEffect.UnknownTarget _,
                    RoomEffect.NotInRoom _ -> {}
        }
    }

    private void begin(
            HubPeer peer, ConnectionId connection, String sdp, CompletableFuture<String> answer) {
        find(peer).ifPresent(this::end);
        HubConnection[] mine = new HubConnection[1];
        OfferLink link = links.begin(new ConnectionListener(peer, mine));
        HubConnection hubConnection = new HubConnection(peer, connection, link);
        mine[0] = hubConnection;
        connections
                .computeIfAbsent(peer.room(), _ -> new LinkedHashMap<>())
                .put(peer.id(), hubConnection);
        List<IceCandidate> waiting = early.remove(peer);
        if (waiting != null) {
            waiting.forEach(hubConnection::add);
        }
        var _ =
                link.answer(sdp)
                        .whenComplete((text, problem) ->
                                run(answer, () -> answered(hubConnection, text, problem, answer)));
    }

    private void answered(
            HubConnection hubConnection,
            String text,
            Throwable problem,
            CompletableFuture<String> answer) {
        if (problem == null) {
            hubConnection.answered();
            answer.complete(text);
        } else {
            disconnected(hubConnection);
            answer.completeExceptionally(problem);
        }
    }

    private void received(HubConnection from, String text) {
        HubPeer peer = from.peer();
        if (find(peer).filter(from::equals).isEmpty()) {
            return;
        }
        var _ = taps.offer(peer.room(), peer.id(), text);
        Map<ParticipantId, HubConnection> room = connections.getOrDefault(peer.room(), Map.of());
        for (HubConnection other : List.copyOf(room.values())) {
            if (!other.equals(from)) {
                other.link().send(text);
            }
        }
    }

    private void disconnected(HubConnection hubConnection) {
        if (find(hubConnection.peer()).filter(hubConnection::equals).isPresent()) {
            end(hubConnection);
            rooms.detach(
                    hubConnection.connection(),
                    new RoomEvent.ConnectionLost(hubConnection.connection()));
        }
    }

    private void end(HubConnection hubConnection) {
        HubPeer peer = hubConnection.peer();
        Map<ParticipantId, HubConnection> room = connections.getOrDefault(peer.room(), Map.of());
        if (room.remove(peer.id(), hubConnection) && room.isEmpty()) {
            connections.remove(peer.room());
        }
        hubConnection.link().close();
    }

    private Optional<HubConnection> find(HubPeer peer) {
        return Optional.ofNullable(connections.getOrDefault(peer.room(), Map.of()).get(peer.id()));
    }

    private void storeEarly(HubPeer peer, IceCandidate candidate) {
        List<IceCandidate> waiting = early.computeIfAbsent(peer, _ -> new ArrayList<>());
        if (waiting.size() < MAX_EARLY) {
            waiting.add(candidate);
        }
        if (early.size() > MAX_EARLY_PEERS) {
            early.remove(early.keySet().iterator().next());
        }
    }

    /// Runs the task on the thread of the hub. `waiting` completes exceptionally if the task throws
    /// or too many tasks wait.
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

    private final class ConnectionListener implements OfferLink.Listener {
        private final HubPeer peer;
        private final HubConnection[] hubConnection;

        ConnectionListener(HubPeer peer, HubConnection[] hubConnection) {
            this.peer = peer;
            this.hubConnection = hubConnection;
        }

        @Override
        public void received(String text) {
            var _ = thread.tryRun(() -> Hub.this.received(hubConnection[0], text));
        }

        @Override
        public void disconnected() {
            var _ = thread.tryRun(() -> Hub.this.disconnected(hubConnection[0]));
        }

        @Override
        public String toString() {
            return "listener of " + peer;
        }
    }
}
