package org.tonewire.app.core.session;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tonewire.app.core.control.ControlCodec;
import org.tonewire.app.core.ice.SessionIce;
import org.tonewire.app.core.invite.RoomSecret;
import org.tonewire.app.core.link.IceSettings;
import org.tonewire.app.core.link.LinksHealth;
import org.tonewire.app.core.link.PeerLinks;
import org.tonewire.app.core.loop.SessionLoop;
import org.tonewire.app.core.negotiation.AddressBook;
import org.tonewire.app.core.negotiation.LinkContext;
import org.tonewire.app.core.negotiation.SealedMail;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.core.signaling.JoinRequest;
import org.tonewire.app.core.signaling.SignalingChannel;
import org.tonewire.app.core.signaling.SignalingListener;
import org.tonewire.app.core.trust.SessionIdentity;
import org.tonewire.app.core.trust.VerifyCode;
import org.tonewire.signaling.protocol.ClientMessage;
import org.tonewire.signaling.protocol.ice.NamedIceServer;

/// The ways from a session to the room: the channel to the signaling server, and the links to the
/// other participants. Session thread only, but for [#leave()] and [#closeChannel()].
final class SessionNetwork {
    private static final Logger log = LoggerFactory.getLogger(SessionNetwork.class);

    private final SessionLoop loop;
    private final Supplier<SignalingChannel> channels;
    private final Function<Executor, PeerLinks> linksOnThread;
    private final ControlCodec control;
    private final Supplier<IceSettings> iceSettings;
    private final AddressBook addresses;
    private volatile @Nullable SignalingChannel channel;
    private volatile boolean left;
    private JoinRequest request;
    private boolean inRoom;
    private @Nullable OpenLinks open;

    /// The links, and the ICE settings for the next one.
    private record OpenLinks(PeerLinks links, SessionIce ice) {}

    /// @param request the room, and who this participant is in it
    /// @param channels makes the channel to the signaling server
    /// @param linksOnThread makes links whose events are reported by this executor
    /// @param iceSettings read whenever a link is made
    SessionNetwork(
            SessionLoop loop,
            JoinRequest request,
            Supplier<SignalingChannel> channels,
            Function<Executor, PeerLinks> linksOnThread,
            ControlCodec control,
            Supplier<IceSettings> iceSettings) {
        this.loop = loop;
        this.request = request;
        this.channels = channels;
        this.linksOnThread = linksOnThread;
        this.control = control;
        this.iceSettings = iceSettings;
        this.addresses = new AddressBook(request.identity());
    }

    /// The room, by its present secret.
    JoinRequest request() {
        return request;
    }

    /// This participant, by the present media key.
    SessionIdentity identity() {
        return request.identity();
    }

    /// The words of this participant.
    VerifyCode code() {
        return identity().code(identity().key());
    }

    /// Secrets that may be the room's: see [SignalingChannel#offer(List)].
    void offer(List<RoomSecret> secrets) {
        SignalingChannel current = channel;
        if (current != null) {
            current.offer(secrets);
        }
    }

    /// The server takes another secret from here on.
    void renewed(JoinRequest by) {
        request = by;
        addresses.use(by.identity());
    }

    /// Where the others are, at this server.
    AddressBook addresses() {
        return addresses;
    }

    /// Begins to connect to the signaling server.
    ///
    /// @param listener called on the channel's thread
    /// @return false if the session was left before
    boolean connect(SignalingListener listener) {
        SignalingChannel made = channels.get();
        channel = made;
        if (left) {
            return false;
        }
        made.open(request, listener);
        return true;
    }

    /// Makes ready for links.
    ///
    /// @param problems receives those of the ICE settings, each once
    PeerLinks openLinks(Consumer<Problem> problems) {
        PeerLinks links = linksOnThread.apply(loop::post);
        open = new OpenLinks(links, new SessionIce(loop, iceSettings, problems));
        return links;
    }

    /// Reports wrong ICE settings before anybody joins.
    void checkIce() {
        if (open != null) {
            open.ice().read(_ -> {});
        }
    }

    /// The signaling server names these STUN and TURN servers.
    void iceNamed(List<NamedIceServer> servers) {
        if (open != null) {
            open.ice().named(servers);
        }
    }

    /// The server let this participant in, for the first time or again.
    ///
    /// @param named its STUN and TURN servers
    /// @return what the links of this participant share; empty while there can be none
    Optional<LinkContext> enter(List<NamedIceServer> named) {
        OpenLinks opened = open;
        if (opened == null) {
            return Optional.empty();
        }
        iceNamed(named);
        inRoom = true;
        return Optional.of(
                new LinkContext(
                        loop,
                        opened.links(),
                        opened.ice(),
                        new SealedMail(this::identity, addresses, this::send, () -> inRoom),
                        control));
    }

    /// The server is not reachable.
    void serverLost() {
        inRoom = false;
    }

    /// The network carries again.
    void networkBack() {
        if (channel != null) {
            channel.networkBack();
        }
    }

    private void send(ClientMessage message) {
        SignalingChannel current = channel;
        if (current != null && !left && !current.send(message)) {
            log.warn("a message to the signaling server was dropped");
        }
    }

    LinksHealth health() {
        return open == null ? new LinksHealth(true, 0) : open.links().health();
    }

    /// Leaves the room on the server. Any thread; does not wait.
    void leave() {
        left = true;
        SignalingChannel current = channel;
        if (current != null) {
            current.leave();
        }
    }

    /// Waits until the server was told. Not for the session thread.
    void closeChannel() {
        SignalingChannel current = channel;
        if (current != null) {
            current.close();
        }
    }

    void closeLinks() {
        if (open != null) {
            open.links().close();
        }
    }
}
