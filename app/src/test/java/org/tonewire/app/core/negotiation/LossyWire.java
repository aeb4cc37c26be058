package org.tonewire.app.core.negotiation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.tonewire.app.core.control.ControlCodec;
import org.tonewire.app.core.control.ControlMessage;
import org.tonewire.app.core.invite.RoomSecret;
import org.tonewire.app.core.link.Direction;
import org.tonewire.app.core.link.IceReader;
import org.tonewire.app.core.link.IceSettings;
import org.tonewire.app.core.link.LinkState;
import org.tonewire.app.core.link.RemoteTrack;
import org.tonewire.app.core.link.TrackId;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.core.problem.Reason;
import org.tonewire.app.core.trust.Identities;
import org.tonewire.app.core.trust.RoomKeys;
import org.tonewire.app.core.trust.SessionIdentity;
import org.tonewire.app.fake.FakeLinkEnd;
import org.tonewire.app.fake.FakeLinks;
import org.tonewire.app.fake.FakeNetwork;
import org.tonewire.app.fake.FakeReceiveLink;
import org.tonewire.app.fake.FakeSendLink;
import org.tonewire.app.fake.ManualLoop;
import org.tonewire.signaling.protocol.ClientMessage;
import org.tonewire.signaling.protocol.ParticipantId;
import org.tonewire.signaling.protocol.ParticipantInfo;
import org.tonewire.signaling.protocol.ParticipantName;
import org.tonewire.signaling.protocol.PeerMessage;
import org.tonewire.signaling.protocol.RoomName;
import org.tonewire.signaling.protocol.Seal;
import org.tonewire.signaling.protocol.key.IdentityKey;

/// Ann's link to Bob, both ends, in virtual time, over a signaling server that loses every message
/// while the wire is cut.
final class LossyWire {
    static final IdentityKey ANN = Identities.key("ann");
    static final IdentityKey BOB = Identities.key("bob");
    private static final RoomName ROOM = new RoomName("studio");
    private static final RoomSecret SECRET =
            RoomSecret.parse("AAECAwQFBgcICQoLDA0ODw").orElseThrow();

    final ManualLoop loop = new ManualLoop();
    final FakeLinks links = new FakeLinks(loop::post, new SilentLinks());
    final Events annEvents = new Events();
    final Events bobEvents = new Events();
    final SendLinkController sendLink =
            new SendLinkController(context("ann", "bob"), BOB, List::of, annEvents);
    final ReceiveLinkController receiveLink =
            new ReceiveLinkController(context("bob", "ann"), ANN, bobEvents);
    private final List<ClientMessage.ToPeer> fromAnn = new ArrayList<>();
    private final List<ClientMessage.ToPeer> fromBob = new ArrayList<>();
    private boolean cut;
    private boolean silent;
    private boolean annInRoom = true;

    /// What native code does when it makes no description, and says nothing.
    private final class SilentLinks implements FakeNetwork {
        @Override
        public void describe(FakeLinkEnd end, Runnable done) {
            if (!silent) {
                done.run();
            }
        }
    }

    /// From here on links make no descriptions, or make them again.
    void silent(boolean now) {
        silent = now;
    }

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
        return of(type, fromAnn);
    }

    /// Bob's messages to the server, lost or not.
    <M extends PeerMessage> List<M> fromBob(Class<M> type) {
        return of(type, fromBob);
    }

    private static <M extends PeerMessage> List<M> of(
            Class<M> type, List<ClientMessage.ToPeer> sent) {
        return sent.stream()
                .map(ClientMessage.ToPeer::message)
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    /// The first message of a type from either, for the server to deliver again.
    ClientMessage.ToPeer first(Class<? extends PeerMessage> type) {
        return Stream.concat(fromAnn.stream(), fromBob.stream())
                .filter(sent -> type.isInstance(sent.message()))
                .findFirst()
                .orElseThrow();
    }

    /// The newest message of a type from either.
    ClientMessage.ToPeer last(Class<? extends PeerMessage> type) {
        return Stream.concat(fromAnn.stream(), fromBob.stream())
                .filter(sent -> type.isInstance(sent.message()))
                .reduce((_, later) -> later)
                .orElseThrow();
    }

    /// The seals of Bob's messages of a type.
    List<Seal> sealsFromBob(Class<? extends PeerMessage> type) {
        return fromBob.stream()
                .filter(sent -> type.isInstance(sent.message()))
                .map(sent -> sent.seal().orElseThrow())
                .toList();
    }

    private LinkContext context(String self, String other) {
        SessionIdentity identity = identity(self);
        AddressBook addresses = new AddressBook(identity);
        ParticipantName name = new ParticipantName(other);
        addresses.add(
                new ParticipantInfo(
                        new ParticipantId(other), name, Optional.of(identity(other).named(name))));
        boolean isAnn = self.equals("ann");
        return new LinkContext(
                loop,
                links,
                new NoServers(),
                new SealedMail(
                        () -> identity,
                        addresses,
                        message -> carry(isAnn ? fromAnn : fromBob, message),
                        () -> !isAnn || annInRoom),
                new NoControl());
    }

    private static final class NoServers implements IceReader {
        @Override
        public void read(Consumer<IceSettings> then) {
            then.accept(IceSettings.NONE);
        }

        @Override
        public IceSettings latest() {
            return IceSettings.NONE;
        }
    }

    private static SessionIdentity identity(String name) {
        return Identities.of(name, ROOM, RoomKeys.derive(SECRET, ROOM).media());
    }

    private void carry(List<ClientMessage.ToPeer> from, ClientMessage message) {
        if (message instanceof ClientMessage.ToPeer sent) {
            from.add(sent);
            if (!cut) {
                loop.post(() -> deliver(sent));
            }
        }
    }

    void deliver(ClientMessage.ToPeer sent) {
        long number = sent.seal().orElseThrow().number();
        switch (sent.message()) {
            case PeerMessage.Offer offer -> receiveLink.offered(offer, number);
            case PeerMessage.Answer answer -> sendLink.answered(answer, number);
            case PeerMessage.Candidate candidate -> {
                switch (candidate.sender()) {
                    case OWNER -> receiveLink.candidate(candidate, number);
                    case RECEIVER -> sendLink.candidate(candidate, number);
                }
            }
            case PeerMessage.Restart() -> sendLink.restartAsked(number);
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
