package org.tonewire.app.core.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tonewire.app.core.control.ControlMessage;
import org.tonewire.app.core.control.ControlMessage.NewSecret;
import org.tonewire.app.core.device.OutputChoice;
import org.tonewire.app.core.invite.InviteLink;
import org.tonewire.app.core.invite.RoomSecret;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.core.problem.Reason;
import org.tonewire.app.core.room.ConnectionStatus;
import org.tonewire.app.core.room.RemoteParticipant;
import org.tonewire.app.core.room.SessionCommand.RenewInvite;
import org.tonewire.app.core.room.SessionEvent;
import org.tonewire.app.core.signaling.JoinRequest;
import org.tonewire.app.core.signaling.SignalingEvent;
import org.tonewire.app.core.trust.RoomKeys;
import org.tonewire.app.core.trust.RoomOwner;
import org.tonewire.app.core.trust.SessionIdentity;
import org.tonewire.app.fake.FakeOutput;
import org.tonewire.app.fake.VirtualSession;
import org.tonewire.app.json.JsonControlCodec;
import org.tonewire.signaling.protocol.ParticipantId;
import org.tonewire.signaling.protocol.ParticipantInfo;
import org.tonewire.signaling.protocol.ParticipantName;
import org.tonewire.signaling.protocol.ServerMessage;
import org.tonewire.signaling.protocol.key.IdentityKey;

/// How a session hands a new secret of the room over, and how it takes one over.
final class RenewalTest {
    private static final RoomOwner OWNER = RoomOwner.create();
    private static final String LINK = "https://127.0.0.1:1/r/studio#k=AAECAwQFBgcICQoLDA0ODw";
    private static final JoinRequest REQUEST =
            JoinRequest.of(
                            InviteLink.parse(LINK + "&o=" + OWNER.hash()).orElseThrow(),
                            new ParticipantName("Self"))
                    .ownedBy(OWNER);
    private static final RoomSecret NEXT = secret("AQECAwQFBgcICQoLDA0ODw");
    private static final RoomSecret LATER = secret("AgECAwQFBgcICQoLDA0ODw");

    private final VirtualSession room =
            new VirtualSession(REQUEST, new OutputChoice.None(), new FakeOutput(), _ -> {});

    @Test
    void everyoneWhoHasAControlChannelIsSentTheNewSecretAtOnce() {
        connect("ann", "bob");

        room.submit(new RenewInvite(NEXT, Optional.empty()));

        assertThat(secretsSentTo("ann")).containsExactly(NEXT);
        assertThat(secretsSentTo("bob")).containsExactly(NEXT);
        assertThat(room.events(SessionEvent.SecretHandedOver.class))
                .containsExactly(new SessionEvent.SecretHandedOver(NEXT));
        assertThat(room.channel.offered()).containsExactly(NEXT);
        assertThat(room.session.snapshot().invite()).isEqualTo(REQUEST.invite());
    }

    @Test
    void whoseChannelOpensLaterIsSentItThenAndIsWaitedForASecondAtMost() {
        connect("ann");
        room.enters("bob");

        room.submit(new RenewInvite(NEXT, Optional.empty()));
        room.pass(Renewal.HAND_OVER.minusMillis(1));
        assertThat(room.events(SessionEvent.SecretHandedOver.class)).isEmpty();
        room.answers("bob");
        opens("bob");
        room.pass(Duration.ofMillis(1));

        assertThat(secretsSentTo("bob")).containsExactly(NEXT);
        assertThat(room.events(SessionEvent.SecretHandedOver.class)).hasSize(1);
    }

    @Test
    void aRenewalSoonAfterAnotherIsNotLost() {
        connect("ann");
        room.enters("bob");
        room.submit(new RenewInvite(NEXT, Optional.empty()));
        room.pass(Renewal.HAND_OVER);
        takesOver("ann", "bob");
        room.pass(Renewal.PROVE.minusMillis(500));

        room.submit(new RenewInvite(LATER, Optional.empty()));
        room.pass(Renewal.HAND_OVER);

        assertThat(room.events(SessionEvent.SecretHandedOver.class))
                .containsExactly(
                        new SessionEvent.SecretHandedOver(NEXT),
                        new SessionEvent.SecretHandedOver(LATER));
    }

    @Test
    void whoComesByTheOldSecretWhileTheNewOneIsHandedOverIsNotSentIt() {
        connect("ann", "eve");
        room.enters("bob");
        room.submit(new RenewInvite(NEXT, Optional.of(id("eve"))));

        room.enters("late");
        room.answers("late");
        opens("late");
        room.answers("bob");
        opens("bob");

        assertThat(secretsSentTo("late")).isEmpty();
        assertThat(secretsSentTo("bob")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void theHostIsToldThatTheServerDoesNotTakeTheNewSecret(boolean takes) {
        connect("ann", "eve");
        room.submit(new RenewInvite(NEXT, Optional.of(id("eve"))));
        if (takes) {
            takesOver("ann");
        }
        room.pass(Renewal.TAKE);

        assertThat(room.events(SessionEvent.ProblemOccurred.class))
                .extracting(event -> event.problem().reason())
                .containsExactlyElementsOf(takes ? List.of() : List.of(Reason.INVITE_NOT_RENEWED));
    }

    @Test
    void whoIsRemovedIsToldSoAndNeverSentASecret() {
        connect("ann", "eve");

        room.submit(new RenewInvite(NEXT, Optional.of(id("eve"))));
        room.submit(new RenewInvite(LATER, Optional.empty()));

        assertThat(secretsSentTo("eve")).isEmpty();
        assertThat(sentTo("eve", ControlMessage.Removed.class)).hasSize(1);
        assertThat(secretsSentTo("ann")).containsExactly(NEXT, LATER);
        assertThat(sentTo("ann", NewSecret.class))
                .allMatch(renewal -> renewal.removed().equals(List.of(id("eve"))));
    }

    @Test
    void whoIsRemovedBeforeTheirChannelOpensIsToldThen() {
        connect("ann");
        room.enters("eve");
        room.submit(new RenewInvite(NEXT, Optional.of(id("eve"))));

        room.answers("eve");
        opens("eve");

        assertThat(secretsSentTo("eve")).isEmpty();
        assertThat(sentTo("eve", ControlMessage.Removed.class)).hasSize(1);
    }

    @Test
    void whoComesByTheNewSecretIsSentItAndKnowsItsNumber() {
        connect("ann");
        room.submit(new RenewInvite(NEXT, Optional.empty()));
        takesOver("ann");
        room.pass(Renewal.PROVE);

        room.enters(info("late", VirtualSession.address("late")));
        room.answers("late");
        opens("late");

        assertThat(secretsSentTo("late")).containsExactly(NEXT);
    }

    @Test
    void whoDoesNotOwnTheRoomRenewsNothing() {
        VirtualSession guest =
                new VirtualSession(
                        JoinRequest.of(REQUEST.invite(), new ParticipantName("Guest")),
                        new OutputChoice.None(),
                        new FakeOutput(),
                        _ -> {});
        guest.joins(VirtualSession.SELF, false, "ann");

        guest.submit(new RenewInvite(NEXT, Optional.of(id("ann"))));
        guest.pass(Renewal.HAND_OVER);

        assertThat(guest.events(SessionEvent.SecretHandedOver.class)).isEmpty();
        assertThat(guest.channel.offered()).isEmpty();
    }

    @Test
    void theSecretThatTheServerTakesIsTheRoomsAndLinksGoOn() {
        connect("ann", "bob");
        var link = room.sendLink("bob");

        takesOver("ann", "bob");
        room.pass(Duration.ofMinutes(1));

        assertThat(room.session.snapshot().invite()).isEqualTo(REQUEST.invite().with(NEXT));
        assertThat(link.isClosed()).isFalse();
        assertThat(room.links().sendLinks()).hasSize(2);
        assertThat(room.events(SessionEvent.ParticipantLeft.class)).isEmpty();
        assertThat(room.events(SessionEvent.ParticipantJoined.class)).hasSize(2);
    }

    @Test
    void theWordsAreThoseOfTheNewSecret() {
        connect("bob");
        SessionIdentity bob = renewed("bob");

        takesOver("bob");

        assertThat(room.session.snapshot().connection())
                .isEqualTo(new ConnectionStatus.InRoom(bob.code(REQUEST.identity().key())));
        assertThat(room.session.snapshot().participants())
                .extracting(RemoteParticipant::code)
                .containsExactly(bob.code(bob.key()));
        assertThat(room.events(SessionEvent.InviteChanged.class))
                .singleElement()
                .satisfies(changed ->
                        assertThat(changed.codes()).containsEntry(bob.key(), bob.code(bob.key())));
    }

    @Test
    void whoIsNotProvenByTheNewSecretIsOutThoughTheirLinkWorks() {
        connect("ann", "eve");
        var link = room.sendLink("eve");
        takesOver("ann");
        room.enters("eve");

        room.pass(Renewal.PROVE.minusMillis(1));
        assertThat(room.events(SessionEvent.ParticipantLeft.class)).isEmpty();
        room.pass(Duration.ofMillis(1));

        assertThat(link.isClosed()).isTrue();
        assertThat(left()).containsExactly(id("eve"));
        assertThat(room.problems()).contains(new Problem(Reason.IDENTITY_UNPROVEN, "eve"));
    }

    @Test
    void whoComesOverLateIsNotOut() {
        connect("ann", "bob");
        takesOver("ann");
        room.pass(Duration.ofSeconds(9));

        room.enters(info("bob"));
        room.pass(Duration.ofMinutes(1));

        assertThat(left()).isEmpty();
    }

    @Test
    void whoWasRemovedIsGoneAsSoonAsTheSecretIsTakenOver() {
        connect("ann", "eve");
        room.offers("ann");
        room.control("ann", renewal(NEXT, id("eve")));

        takesOver("ann");

        assertThat(left()).containsExactly(id("eve"));
    }

    @Test
    void nobodyIsGoneWhomTheServerNamesByTheNewSecret() {
        connect("ann", "bob");
        room.offers("ann");
        room.control("ann", renewal(NEXT, id("bob")));

        takesOver("ann", "bob");
        room.pass(Duration.ofMinutes(1));

        assertThat(left()).isEmpty();
    }

    /// These are in the room, and links to them work.
    private void connect(String... others) {
        room.joins(VirtualSession.SELF, false, others);
        for (String other : others) {
            room.answers(other);
            opens(other);
        }
    }

    private void opens(String to) {
        room.sendLink(to).controlOpens();
        room.loop.settle();
    }

    /// The server takes the next secret, and names these by it.
    private void takesOver(String... others) {
        room.losesTheServer();
        room.says(new SignalingEvent.Renewed(REQUEST.by(NEXT)));
        room.says(
                new SignalingEvent.Joined(
                        new ServerMessage.Joined(
                                REQUEST.invite().room(),
                                new ParticipantInfo(
                                        new ParticipantId("again"),
                                        REQUEST.name(),
                                        Optional.empty()),
                                new ServerMessage.Resumption(6, false),
                                Arrays.stream(others).map(this::info).toList())));
    }

    /// Another participant by the next secret.
    private SessionIdentity renewed(String other) {
        return room.identity(other).under(RoomKeys.derive(NEXT, REQUEST.invite().room()).media());
    }

    private ParticipantInfo info(String other) {
        return info(other, new ParticipantId(other + "-2"));
    }

    private ParticipantInfo info(String other, ParticipantId address) {
        ParticipantName name = new ParticipantName(other);
        return new ParticipantInfo(address, name, Optional.of(renewed(other).named(name)));
    }

    private List<IdentityKey> left() {
        return room.events(SessionEvent.ParticipantLeft.class).stream()
                .map(SessionEvent.ParticipantLeft::id)
                .toList();
    }

    private <M extends ControlMessage> List<M> sentTo(String to, Class<M> type) {
        JsonControlCodec codec = new JsonControlCodec();
        return room.sendLink(to).texts().stream()
                .map(text -> codec.decode(text).orElseThrow())
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    private List<RoomSecret> secretsSentTo(String to) {
        return sentTo(to, NewSecret.class).stream().map(NewSecret::secret).toList();
    }

    private static NewSecret renewal(RoomSecret secret, IdentityKey removed) {
        List<IdentityKey> all = List.of(removed);
        return new NewSecret(secret, all, OWNER.renew(REQUEST.invite().room(), secret, all));
    }

    private static IdentityKey id(String other) {
        return VirtualSession.id(other);
    }

    private static RoomSecret secret(String text) {
        return RoomSecret.parse(text).orElseThrow();
    }
}
