package org.tonewire.app.core.peer;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tonewire.app.core.control.ControlCodec;
import org.tonewire.app.core.control.ControlMessage;
import org.tonewire.app.core.invite.RoomSecret;
import org.tonewire.app.core.link.Direction;
import org.tonewire.app.core.link.IceSettings;
import org.tonewire.app.core.link.LinkState;
import org.tonewire.app.core.link.RemoteTrack;
import org.tonewire.app.core.link.TrackId;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.core.problem.Reason;
import org.tonewire.app.core.trust.RoomKeys;
import org.tonewire.app.fake.FakeLinks;
import org.tonewire.app.fake.FakeReceiveLink;
import org.tonewire.app.fake.FakeSendLink;
import org.tonewire.app.fake.ManualLoop;
import org.tonewire.signaling.protocol.ClientMessage;
import org.tonewire.signaling.protocol.ParticipantId;
import org.tonewire.signaling.protocol.PeerMessage;
import org.tonewire.signaling.protocol.RoomName;

/// Ann's link to Bob, both ends, in virtual time, over a signaling server that loses every message
/// while the wire is cut.
final class LossyWire {
    static final ParticipantId ANN = new ParticipantId("ann");
    static final ParticipantId BOB = new ParticipantId("bob");
    private static final RoomName ROOM = new RoomName("studio");
    private static final RoomSecret SECRET =
            RoomSecret.parse("AAECAwQFBgcICQoLDA0ODw").orElseThrow();

    final ManualLoop loop = new ManualLoop();
    final FakeLinks links = new FakeLinks(loop::post);
    final Events annEvents = new Events();
    final Events bobEvents = new Events();
    final SendLinkController sendLink =
            new SendLinkController(context(ANN), BOB, List::of, annEvents);
    final ReceiveLinkController receiveLink =
            new ReceiveLinkController(context(BOB), ANN, bobEvents);
    private final List<PeerMessage> fromAnn = new ArrayList<>();
    private final List<PeerMessage> fromBob = new ArrayList<>();
    private boolean cut;
    private boolean annInRoom = true;

    /// A link that is connected.
    static LossyWire connected() {
        LossyWire wire = new LossyWire();
        wire.sendLink.tracksChanged();
        wire.loop.settle();
        wire.becomes(LinkState.CONNECTED);
        return wire;
    }

    /// Both ends report the same state of the path.
    void becomes(LinkState state) {
        sender().becomes(state);
        receiver().becomes(state);
        loop.settle();
    }

    /// Ann's newest link.
    FakeSendLink sender() {
        return links.sendLinks().getLast();
    }

    /// Bob's newest link.
    FakeReceiveLink receiver() {
        return links.receiveLinks().getLast();
    }

    void cut() {
        cut = true;
    }

    void mend() {
        cut = false;
    }

    void annLosesTheServer() {
        annInRoom = false;
        sendLink.serverLost();
    }

    void annFindsTheServer() {
        annInRoom = true;
        sendLink.serverBack();
        loop.settle();
    }

    void pass(int seconds) {
        loop.pass(Duration.ofSeconds(seconds));
    }

    /// Ann's messages to the server, lost or not.
    <M extends PeerMessage> List<M> fromAnn(Class<M> type) {
        return fromAnn.stream().filter(type::isInstance).map(type::cast).toList();
    }

    /// Bob's messages to the server, lost or not.
    <M extends PeerMessage> List<M> fromBob(Class<M> type) {
        return fromBob.stream().filter(type::isInstance).map(type::cast).toList();
    }

    private LinkContext context(ParticipantId self) {
        return new LinkContext(
                loop,
                links,
                then -> then.accept(IceSettings.NONE),
                new LinkContext.Identity(ROOM, self, RoomKeys.derive(SECRET, ROOM).media()),
                new LinkContext.Wire(
                        message -> carry(self, message),
                        () -> self.equals(BOB) || annInRoom,
                        new NoControl()));
    }

    private void carry(ParticipantId from, ClientMessage message) {
        if (message instanceof ClientMessage.ToPeer(_, PeerMessage sent)) {
            (from.equals(ANN) ? fromAnn : fromBob).add(sent);
            if (!cut) {
                loop.post(() -> deliver(from, sent));
            }
        }
    }

    private void deliver(ParticipantId from, PeerMessage sent) {
        switch (sent) {
            case PeerMessage.Offer offer -> receiveLink.offered(offer);
            case PeerMessage.Answer answer -> sendLink.answered(answer);
            case PeerMessage.Candidate candidate -> {
                if (from.equals(ANN)) {
                    receiveLink.candidate(candidate);
                } else {
                    sendLink.candidate(candidate);
                }
            }
            case PeerMessage.Restart() -> sendLink.restartAsked();
            case PeerMessage.Refuse _ -> throw new AssertionError("refused");
        }
    }

    /// The events that an end reports to its session.
    static final class Events implements LinkObserver {
        private final List<Reason> problems = new ArrayList<>();
        private final List<LinkState> states = new ArrayList<>();

        List<Reason> problems() {
            return problems;
        }

        List<LinkState> states() {
            return states;
        }

        @Override
        public void linkChanged(Direction direction, LinkState state) {
            states.add(state);
        }

        @Override
        public void problem(Direction direction, Problem problem) {
            problems.add(problem.reason());
        }

        @Override
        public void sendLinkSettled() {}

        @Override
        public void receiveLinkReplaced() {}

        @Override
        public void trackAdded(RemoteTrack track) {}

        @Override
        public void trackRemoved(TrackId id) {}

        @Override
        public void controlReceived(ControlMessage message) {}

        @Override
        public void controlOpened() {}
    }

    private static final class NoControl implements ControlCodec {
        @Override
        public String encode(ControlMessage message) {
            return "";
        }

        @Override
        public Optional<ControlMessage> decode(String text) {
            return Optional.empty();
        }
    }
}
