package org.tonewire.testbed.meddling;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.tonewire.app.core.invite.InviteLink;
import org.tonewire.app.core.link.PeerLinks;
import org.tonewire.app.core.signaling.JoinRequest;
import org.tonewire.app.core.signaling.SignalingChannel;
import org.tonewire.app.core.signaling.SignalingEvent;
import org.tonewire.app.rtc.WebRtcPeerLinks;
import org.tonewire.app.signaling.TyrusSignalingChannel;
import org.tonewire.signaling.protocol.ClientMessage;
import org.tonewire.signaling.protocol.ParticipantId;
import org.tonewire.signaling.protocol.ParticipantInfo;
import org.tonewire.signaling.protocol.ParticipantName;
import org.tonewire.signaling.protocol.PeerMessage;
import org.tonewire.signaling.protocol.ServerMessage;
import org.tonewire.testbed.Await;

/// Somebody with the invite at a real server, whose program says what a test wants: with seals that
/// are right, and on links that connect. All methods may be called on any thread.
public final class LinkedMember implements AutoCloseable {
    private static final Duration SOON = Duration.ofMinutes(2);

    private final JoinRequest request;
    private final SignalingChannel channel = new TyrusSignalingChannel();
    private final ExecutorService session =
            Executors.newSingleThreadExecutor(
                    Thread.ofPlatform().name("linked-member").daemon().factory());
    private final PeerLinks links = new WebRtcPeerLinks(session, Runnable::run, () -> false);
    private final Map<ParticipantId, ParticipantInfo> others = new ConcurrentHashMap<>();
    private final Map<ParticipantId, String> offers = new ConcurrentHashMap<>();
    private final List<MemberLink> open = new CopyOnWriteArrayList<>();

    /// Begins to join.
    public LinkedMember(String invite, String name) {
        request = JoinRequest.of(InviteLink.parse(invite).orElseThrow(), new ParticipantName(name));
        channel.open(request, this::happened);
    }

    private void happened(SignalingEvent event) {
        switch (event) {
            case SignalingEvent.Joined(ServerMessage.Joined joined) ->
                    joined.participants().forEach(this::know);
            case SignalingEvent.Received(ServerMessage.ParticipantJoined(var who)) -> know(who);
            case SignalingEvent.Received(ServerMessage.FromPeer(var from, var message, _)) ->
                    received(from, message);
            case SignalingEvent.Received _,
                    SignalingEvent.Renewed _,
                    SignalingEvent.Lost _,
                    SignalingEvent.Hopeless _,
                    SignalingEvent.Ended _ -> {}
        }
    }

    private void received(ParticipantId from, PeerMessage message) {
        if (message instanceof PeerMessage.Offer(String sdp)) {
            offers.put(from, sdp);
        }
        open.stream()
                .filter(link -> link.isTo(from))
                .forEach(link -> session.execute(() -> link.received(message)));
    }

    private void know(ParticipantInfo who) {
        others.put(who.id(), who);
    }

    private ParticipantInfo await(String name) {
        return Await.value(
                name + " in the room",
                SOON,
                () ->
                        others.values().stream()
                                .filter(each -> each.name().value().equals(name))
                                .findFirst(),
                others::toString);
    }

    /// Waits until whoever has this name has offered something, and tells the description.
    public String awaitOffer(String from) {
        ParticipantId sender = await(from).id();
        return Await.value(
                "an offer of " + from,
                SOON,
                () -> Optional.ofNullable(offers.get(sender)),
                offers::toString);
    }

    /// Sends a message, sealed, to whoever has this name.
    public void says(String to, PeerMessage message) {
        ParticipantInfo receiver = await(to);
        says(receiver, message);
    }

    void says(ParticipantInfo to, PeerMessage message) {
        channel.send(
                new ClientMessage.ToPeer(
                        to.id(),
                        message,
                        Optional.of(
                                request.identity()
                                        .seal(to.identity().orElseThrow().key(), message))));
    }

    /// Opens a link without tracks to whoever has this name, and waits until its control channel is
    /// open.
    public MemberLink connect(String to) {
        MemberLink link = begin(to);
        Await.until("the link to " + to + " open", SOON, link::isOpen, link::toString);
        return link;
    }

    /// Offers a link without tracks to whoever has this name.
    public MemberLink begin(String to) {
        ParticipantInfo receiver = await(to);
        MemberLink link = call(() -> new MemberLink(this, receiver, links));
        open.add(link);
        session.execute(link::offer);
        return link;
    }

    /// Does something on the thread of the links, and waits for its end.
    void run(Runnable task) {
        CompletableFuture.runAsync(task, session).join();
    }

    /// The same, with a result.
    <T> T call(Supplier<T> task) {
        return CompletableFuture.supplyAsync(task, session).join();
    }

    @Override
    public void close() {
        channel.close();
        run(links::close);
        session.close();
    }
}
