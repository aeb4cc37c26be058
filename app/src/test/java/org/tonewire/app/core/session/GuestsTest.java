package org.tonewire.app.core.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.tonewire.app.fake.VirtualSession.id;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tonewire.app.core.control.ControlMessage;
import org.tonewire.app.core.device.OutputChoice;
import org.tonewire.app.core.invite.InviteLink;
import org.tonewire.app.core.invite.RoomSecret;
import org.tonewire.app.core.link.LinkState;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.core.problem.Reason;
import org.tonewire.app.core.room.RemoteParticipant;
import org.tonewire.app.core.room.SessionCommand;
import org.tonewire.app.core.room.SessionEvent;
import org.tonewire.app.core.signaling.JoinRequest;
import org.tonewire.app.core.signaling.SignalingEvent;
import org.tonewire.app.core.source.SourceOrigin;
import org.tonewire.app.core.trust.RoomKeys;
import org.tonewire.app.core.trust.RoomOwner;
import org.tonewire.app.core.trust.SessionIdentity;
import org.tonewire.app.fake.FakeOutput;
import org.tonewire.app.fake.VirtualSession;
import org.tonewire.app.json.JsonControlCodec;
import org.tonewire.signaling.protocol.ParticipantInfo;
import org.tonewire.signaling.protocol.ParticipantName;
import org.tonewire.signaling.protocol.PeerMessage;
import org.tonewire.signaling.protocol.Role;

/// Those in a room who only listen, as a member has them.
final class GuestsTest {
    private static final RoomOwner OWNER = RoomOwner.create();
    private static final JoinRequest HOST =
            JoinRequest.of(
                            InviteLink.parse(
                                            "https://127.0.0.1:1/r/studio#k=AAECAwQFBgcICQoLDA0ODw&o="
                                                    + OWNER.hash())
                                    .orElseThrow(),
                            new ParticipantName("Host"))
                    .ownedBy(OWNER);

    private final VirtualSession room =
            new VirtualSession(HOST, new OutputChoice.None(), new FakeOutput(), _ -> {});

    @Test
    void aGuestIsOfferedTheTracksAndShownAsAGuest() {
        room.joins(VirtualSession.SELF, false, "ann");
        listens("phone");

        assertThat(room.session.snapshot().participants())
                .extracting(RemoteParticipant::name, RemoteParticipant::role)
                .containsExactly(tuple("ann", Role.MEMBER), tuple("phone", Role.GUEST));
        assertThat(participant("phone").receiveState())
                .as("no link comes from a guest, so that of the one to it is shown")
                .isEqualTo(LinkState.CONNECTED);
        assertThat(room.events(SessionEvent.ParticipantJoined.class).getLast().role())
                .isEqualTo(Role.GUEST);
    }

    @Test
    void noOfferOfAGuestIsTaken() {
        room.joins(VirtualSession.SELF, false);
        listens("phone");

        room.says("phone", room.offer("track"));

        assertThat(room.links().receiveLinks()).isEmpty();
    }

    @Test
    void aGuestIsToldOfTracksOnly() {
        room.joins(VirtualSession.SELF, false, "ann");
        room.answers("ann");
        opens("ann");
        listens("phone");

        room.add("tone", new SourceOrigin.Tone(440));
        room.submit(new SessionCommand.SendChat("between members"));
        room.submit(new SessionCommand.RenewInvite(secret(), Optional.empty()));

        assertThat(sentTo("phone")).hasOnlyElementsOfType(ControlMessage.State.class);
        assertThat(sentTo("ann"))
                .hasAtLeastOneElementOfType(ControlMessage.Chat.class)
                .hasAtLeastOneElementOfType(ControlMessage.NewSecret.class);
        assertThat(room.events(SessionEvent.SecretHandedOver.class))
                .as("no guest is waited for")
                .hasSize(1);
    }

    @Test
    void aRenewedInviteEndsTheLinksToGuestsAtOnce() {
        room.joins(VirtualSession.SELF, false, "ann");
        listens("phone");
        room.submit(new SessionCommand.RenewInvite(secret(), Optional.empty()));

        room.losesTheServer();
        room.says(new SignalingEvent.Renewed(HOST.by(secret())));

        assertThat(room.events(SessionEvent.ParticipantLeft.class))
                .containsExactly(new SessionEvent.ParticipantLeft(id("phone"), "phone", false));
    }

    @Test
    void aServerMakesNoGuestAMember() {
        room.joins(VirtualSession.SELF, false);

        room.enters(guest("phone", Role.MEMBER));

        assertThat(room.session.snapshot().participants()).isEmpty();
        assertThat(room.problems()).contains(new Problem(Reason.IDENTITY_UNPROVEN, "phone"));
    }

    @Test
    void aServerMakesNoMemberAGuest() {
        room.joins(VirtualSession.SELF, false);
        ParticipantInfo ann = room.info("ann");

        room.enters(new ParticipantInfo(ann.id(), ann.name(), ann.identity(), Role.GUEST));

        assertThat(room.session.snapshot().participants()).isEmpty();
    }

    @Test
    void guestsTakeNoPlaceOfMembers() {
        room.joins(VirtualSession.SELF, false);
        for (int i = 0; i < RemoteParticipant.MOST_GUESTS + 4; i++) {
            room.enters(guest("phone" + i, Role.GUEST));
        }

        assertThat(guests()).isEqualTo(RemoteParticipant.MOST_GUESTS);
        for (int i = 0; i < RemoteParticipant.MOST - RemoteParticipant.MOST_GUESTS; i++) {
            room.enters("member" + i);
        }
        assertThat(room.session.snapshot().participants()).hasSize(RemoteParticipant.MOST);
    }

    @Test
    void whatAGuestAsksForIsRestarted() {
        room.joins(VirtualSession.SELF, false);
        listens("phone");
        room.sendLink("phone").becomes(LinkState.FAILED);
        room.loop.settle();

        room.says("phone", new PeerMessage.Restart());

        assertThat(room.sendLink("phone").offers()).hasSize(2);
    }

    private long guests() {
        return room.session.snapshot().participants().stream()
                .filter(RemoteParticipant::isGuest)
                .count();
    }

    private RemoteParticipant participant(String name) {
        return room.session.snapshot().participants().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private void listens(String guest) {
        room.enters(guest(guest, Role.GUEST));
        room.answers(guest);
        opens(guest);
    }

    /// Somebody with the listen link.
    ///
    /// @param claimed the role that the server says
    private ParticipantInfo guest(String id, Role claimed) {
        ParticipantName name = new ParticipantName(id);
        SessionIdentity guest =
                room.identity(id)
                        .under(
                                RoomKeys.derive(HOST.invite().secret(), HOST.invite().room())
                                        .media()
                                        .guests()
                                        .orElseThrow());
        return new ParticipantInfo(
                VirtualSession.address(id), name, Optional.of(guest.named(name)), claimed);
    }

    private void opens(String to) {
        room.sendLink(to).controlOpens();
        room.loop.settle();
    }

    private List<ControlMessage> sentTo(String to) {
        JsonControlCodec codec = new JsonControlCodec();
        return room.sendLink(to).texts().stream()
                .map(text -> codec.decode(text).orElseThrow())
                .toList();
    }

    private static RoomSecret secret() {
        return RoomSecret.parse("AQECAwQFBgcICQoLDA0ODw").orElseThrow();
    }
}
