package org.tonewire.app.core.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.tonewire.app.core.control.ControlMessage;
import org.tonewire.app.core.control.ControlMessage.NewSecret;
import org.tonewire.app.core.control.ControlMessage.Removed;
import org.tonewire.app.core.device.OutputChoice;
import org.tonewire.app.core.invite.InviteLink;
import org.tonewire.app.core.invite.RoomSecret;
import org.tonewire.app.core.link.LinkState;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.core.problem.Reason;
import org.tonewire.app.core.room.ConnectionStatus;
import org.tonewire.app.core.room.SessionEvent;
import org.tonewire.app.core.signaling.JoinRequest;
import org.tonewire.app.core.signaling.SignalingEvent;
import org.tonewire.app.core.trust.OwnerSeal;
import org.tonewire.app.core.trust.RoomOwner;
import org.tonewire.app.fake.FakeOutput;
import org.tonewire.app.fake.VirtualSession;
import org.tonewire.signaling.protocol.ParticipantName;
import org.tonewire.signaling.protocol.RoomName;
import org.tonewire.signaling.protocol.key.IdentityKey;

/// Renewals and removals that the owner of the room did not sign, or that are out of date.
final class FalseRenewalTest {
    private static final RoomName ROOM = new RoomName("studio");
    private static final String LINK = "https://127.0.0.1:1/r/studio#k=AAECAwQFBgcICQoLDA0ODw";
    private static final RoomOwner OWNER = RoomOwner.create();
    private static final RoomOwner EVE = RoomOwner.create();
    private static final RoomSecret NEXT = secret("AQECAwQFBgcICQoLDA0ODw");
    private static final RoomSecret LATER = secret("AgECAwQFBgcICQoLDA0ODw");
    private static final Duration RETRY = Duration.ofSeconds(15);
    private static final Problem REFUSED = Problem.of(Reason.INVITE_RENEWED);

    private final JoinRequest request = request(LINK + "&o=" + OWNER.hash());
    private final VirtualSession room = session(request);

    static Stream<Arguments> forged() {
        List<IdentityKey> nobody = List.of();
        OwnerSeal genuine = OWNER.renew(ROOM, NEXT, nobody);
        OwnerSeal eves = EVE.renew(ROOM, NEXT, nobody);
        return Stream.of(
                Arguments.of("by another owner", new NewSecret(NEXT, nobody, eves)),
                Arguments.of(
                        "in the name of the owner",
                        new NewSecret(NEXT, nobody, new OwnerSeal(genuine.owner(), eves.seal()))),
                Arguments.of("another secret", new NewSecret(LATER, nobody, genuine)),
                Arguments.of(
                        "somebody else removed",
                        new NewSecret(NEXT, List.of(VirtualSession.id("ann")), genuine)),
                Arguments.of(
                        "another room",
                        new NewSecret(
                                NEXT, nobody, OWNER.renew(new RoomName("attic"), NEXT, nobody))),
                Arguments.of(
                        "the removal of another",
                        new Removed(OWNER.remove(ROOM, VirtualSession.id("ann")))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("forged")
    void whatTheOwnerDidNotSignChangesNothingAndIsSaidOnce(String why, ControlMessage forged) {
        connect(room);
        int events = room.events.size();

        for (int i = 0; i < 5; i++) {
            room.control("eve", forged);
        }
        room.pass(Duration.ofSeconds(5));
        room.says(new SignalingEvent.Hopeless(REFUSED, RETRY));

        assertThat(room.channel.offered()).isEmpty();
        assertThat(room.session.snapshot().invite()).isEqualTo(request.invite());
        assertThat(room.session.snapshot().connection())
                .isEqualTo(new ConnectionStatus.Reconnecting(REFUSED, RETRY));
        assertThat(
                        room.events.subList(events, room.events.size()).stream()
                                .filter(event ->
                                        !(event instanceof SessionEvent.StatsCollected
                                                || event
                                                        instanceof SessionEvent.ConnectionChanged)))
                .containsExactly(
                        new SessionEvent.ProblemOccurred(
                                new Problem(Reason.SEAL_MISMATCH, "eve"), 1));
    }

    static final List<String> OTHER_OWNERS = List.of("", "&o=" + EVE.hash());

    @ParameterizedTest
    @FieldSource("OTHER_OWNERS")
    void whoseInviteNamesNoOwnerOrAnotherOneTakesNoSecret(String owner) {
        JoinRequest guest = request(LINK + owner);
        VirtualSession other = session(guest);
        connect(other);

        other.control("ann", renewal(NEXT));
        other.control("ann", new Removed(OWNER.remove(ROOM, guest.identity().key())));
        other.says(new SignalingEvent.Hopeless(REFUSED, RETRY));

        assertThat(other.channel.offered()).isEmpty();
        assertThat(other.session.snapshot().connection())
                .isEqualTo(new ConnectionStatus.Reconnecting(REFUSED, RETRY));
        assertThat(other.problems()).contains(new Problem(Reason.SEAL_MISMATCH, "ann"));
    }

    @Test
    void whatTheOwnerSignedCountsWhoeverPassesItOn() {
        connect(room);
        NewSecret first = renewal(NEXT);
        NewSecret second = renewal(LATER);

        room.control("ann", first);
        room.control("eve", second);
        room.control("eve", first);

        assertThat(room.channel.offered()).containsExactly(LATER, NEXT);
        assertThat(room.problems()).isEmpty();
    }

    @Test
    void anOlderRenewalIsNoWayBackAndIsSaid() {
        connect(room);
        NewSecret older = renewal(NEXT);
        room.control("ann", older);
        room.control("ann", renewal(LATER));
        room.says(new SignalingEvent.Renewed(request.by(LATER)));

        room.control("eve", older);

        assertThat(room.channel.offered()).isEmpty();
        assertThat(room.problems()).containsExactly(new Problem(Reason.MESSAGE_REPEATED, "eve"));
    }

    @Test
    void whoCameByTheNewInviteTakesNoOlderRenewalOnceTheHostSaysItsNumber() {
        NewSecret older = renewal(NEXT);
        NewSecret present = renewal(LATER);
        VirtualSession late = session(request.by(LATER));
        connect(late);

        late.control("eve", older);
        assertThat(late.channel.offered()).containsExactly(NEXT);
        late.control("ann", present);
        assertThat(late.channel.offered()).isEmpty();
        late.control("eve", older);

        assertThat(late.channel.offered()).isEmpty();
        assertThat(late.problems()).containsExactly(new Problem(Reason.MESSAGE_REPEATED, "eve"));
    }

    @Test
    void whoIsRefusedIsToldThatTheInviteWasRenewed() {
        connect(room);

        room.says(new SignalingEvent.Hopeless(REFUSED, RETRY));

        assertThat(room.session.snapshot().connection())
                .isEqualTo(new ConnectionStatus.Reconnecting(REFUSED, RETRY));
    }

    @Test
    void whoIsRefusedAndWasRemovedByTheOwnerIsToldSoAndEndsWithTheLastLink() {
        connect(room);
        room.control("ann", new Removed(OWNER.remove(ROOM, request.identity().key())));

        room.says(new SignalingEvent.Hopeless(REFUSED, RETRY));
        assertThat(room.session.snapshot().connection())
                .isEqualTo(new ConnectionStatus.Reconnecting(Problem.of(Reason.REMOVED), RETRY));
        for (String other : List.of("ann", "eve")) {
            room.receiveLink(other).becomes(LinkState.DISCONNECTED);
        }
        room.pass(LastPath.WITHOUT_PATH);

        assertThat(room.session.snapshot().connection())
                .isEqualTo(new ConnectionStatus.Ended(Optional.of(Problem.of(Reason.REMOVED))));
    }

    private static JoinRequest request(String link) {
        return JoinRequest.of(InviteLink.parse(link).orElseThrow(), new ParticipantName("Self"));
    }

    private static VirtualSession session(JoinRequest by) {
        return new VirtualSession(by, new OutputChoice.None(), new FakeOutput(), _ -> {});
    }

    /// Ann, who hosts the room, and Eve are in it, and send.
    private static void connect(VirtualSession session) {
        session.joins(VirtualSession.SELF, false, "ann", "eve");
        session.offers("ann");
        session.offers("eve");
    }

    private static NewSecret renewal(RoomSecret secret) {
        return new NewSecret(secret, List.of(), OWNER.renew(ROOM, secret, List.of()));
    }

    private static RoomSecret secret(String text) {
        return RoomSecret.parse(text).orElseThrow();
    }
}
