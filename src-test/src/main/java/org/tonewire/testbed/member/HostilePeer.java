package org.tonewire.testbed.member;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import org.tonewire.app.core.invite.InviteLink;
import org.tonewire.app.core.signaling.JoinRequest;
import org.tonewire.app.core.signaling.SignalingChannel;
import org.tonewire.app.core.signaling.SignalingEvent;
import org.tonewire.app.rtc.NativeFactory;
import org.tonewire.app.signaling.TyrusSignalingChannel;
import org.tonewire.signaling.protocol.ClientMessage;
import org.tonewire.signaling.protocol.ParticipantId;
import org.tonewire.signaling.protocol.ParticipantInfo;
import org.tonewire.signaling.protocol.ParticipantName;
import org.tonewire.signaling.protocol.PeerMessage;
import org.tonewire.signaling.protocol.ServerMessage;
import org.tonewire.testbed.Await;

/// Somebody with the invite whose program says what a test wants: with seals that are right, and on
/// links that connect. All methods may be called on any thread.
public final class HostilePeer implements AutoCloseable {
    private static final Duration SOON = Duration.ofMinutes(2);

    private final JoinRequest request;
    private final SignalingChannel channel = new TyrusSignalingChannel();
    private final ExecutorService thread =
            Executors.newSingleThreadExecutor(
                    Thread.ofPlatform().name("hostile-peer").daemon().factory());
    private final NativeFactory natives = NativeFactory.withoutDevice();
    private final Map<ParticipantId, ParticipantInfo> others = new ConcurrentHashMap<>();
    private final List<HostileLink> links = new CopyOnWriteArrayList<>();

    /// Begins to join.
    public HostilePeer(String invite, String name) {
        request = JoinRequest.of(InviteLink.parse(invite).orElseThrow(), new ParticipantName(name));
        channel.open(request, this::happened);
    }

    /// What others know it by, as `--json` names it.
    public String key() {
        return request.identity().key().base64Url();
    }

    private void happened(SignalingEvent event) {
        switch (event) {
            case SignalingEvent.Joined(ServerMessage.Joined joined) ->
                    joined.participants().forEach(this::know);
            case SignalingEvent.Received(ServerMessage.ParticipantJoined(var who)) -> know(who);
            case SignalingEvent.Received(ServerMessage.FromPeer(var from, var message, _)) ->
                    links.stream()
                            .filter(link -> link.isTo(from))
                            .forEach(link -> execute(() -> link.received(message)));
            case SignalingEvent.Received _,
                    SignalingEvent.Renewed _,
                    SignalingEvent.Lost _,
                    SignalingEvent.Hopeless _,
                    SignalingEvent.Ended _ -> {}
        }
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

    /// Sends a message, sealed, to whoever has this name.
    public void says(String to, PeerMessage message) {
        says(await(to), message);
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

    /// Offers a link with an open control channel and no track to whoever has this name.
    public HostileLink begin(String to) {
        HostileLink link = new HostileLink(this, await(to), natives.factory());
        links.add(link);
        link.offer();
        return link;
    }

    /// Does something on the thread of the links, later; nothing once this is closed. Never throws,
    /// as native code calls it.
    void execute(Runnable task) {
        try {
            thread.execute(task);
        } catch (RejectedExecutionException e) {
            // What a link that ends still finds is of no use.
        }
    }

    @Override
    public void close() {
        channel.close();
        links.forEach(HostileLink::close);
        thread.close();
        natives.dispose();
    }
}
