package org.tonewire.app.signaling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.core.problem.Reason;
import org.tonewire.app.core.signaling.SignalingChannel;
import org.tonewire.app.core.signaling.SignalingEvent;
import org.tonewire.app.core.trust.Identities;
import org.tonewire.app.core.trust.SessionIdentity;
import org.tonewire.signaling.protocol.ClientMessage;
import org.tonewire.signaling.protocol.LeaveReason;
import org.tonewire.signaling.protocol.ParticipantId;
import org.tonewire.signaling.protocol.PeerMessage;
import org.tonewire.signaling.protocol.Seal;
import org.tonewire.signaling.protocol.ServerMessage;
import org.tonewire.signaling.protocol.key.IdentitySignature;

/// What a signaling channel promises to a session, whatever carries it.
abstract class SignalingChannelContract {
    private static final PeerMessage OFFER = new PeerMessage.Offer("v=0\r\n");
    private static final Optional<Seal> SEAL =
            Optional.of(new Seal(7, IdentitySignature.of(new byte[64])));
    private static final PeerMessage RESTART = new PeerMessage.Restart();

    /// A channel to the room, and what it told.
    record Member(SignalingChannel channel, ReceivedEvents events) {}

    /// Begins to join the room.
    abstract Member join(String name);

    /// Begins to join a room that does not exist.
    abstract Member joinNowhere(String name);

    /// The newest member's connection breaks, and both sides notice; what is said from here on
    /// waits.
    abstract void breakNewest();

    /// The newest member is back, if it is not by itself.
    abstract void mendNewest();

    /// Time passes for the server.
    abstract void letServerWork();

    @Test
    void whoJoinsIsToldWhoIsThereAndTheOthersAreTold() {
        Member ann = join("Ann");
        ServerMessage.Joined annJoined = ann.events().joined();
        Member bob = join("Bob");
        ServerMessage.Joined bobJoined = bob.events().joined();

        assertThat(annJoined.participants()).isEmpty();
        assertThat(annJoined.self().name().value()).isEqualTo("Ann");
        assertThat(bobJoined.participants()).containsExactly(annJoined.self());
        assertThat(ann.events().received())
                .isEqualTo(new ServerMessage.ParticipantJoined(bobJoined.self()));
        assertThat(bobJoined.resumption().resumed()).isFalse();
    }

    @Test
    void whatIsSaidToAnotherArrivesInOrder() {
        Member ann = join("Ann");
        ParticipantId annId = ann.events().joined().self().id();
        Member bob = join("Bob");
        ParticipantId bobId = bob.events().joined().self().id();

        assertThat(say(ann, bobId, OFFER)).isTrue();
        assertThat(say(ann, bobId, RESTART)).isTrue();

        assertThat(bob.events().received())
                .isEqualTo(new ServerMessage.FromPeer(annId, OFFER, SEAL));
        assertThat(bob.events().received())
                .isEqualTo(new ServerMessage.FromPeer(annId, RESTART, SEAL));
    }

    @Test
    void aConnectionThatIsLostIsToldAndResumedAndWhatIsSaidMeanwhileArrives() {
        Member ann = join("Ann");
        ParticipantId annId = ann.events().joined().self().id();
        Member bob = join("Bob");
        ServerMessage.Joined before = bob.events().joined();
        ann.events().received();

        breakNewest();
        Problem lost = bob.events().next(SignalingEvent.Lost.class).problem();
        assertThat(lost.reason()).isEqualTo(Reason.CONNECTION_LOST);
        assertThat(say(ann, before.self().id(), OFFER)).isTrue();
        assertThat(say(bob, annId, RESTART)).isTrue();
        mendNewest();

        ServerMessage.Joined after = bob.events().joinedAgain();
        assertThat(after.resumption().resumed()).isTrue();
        assertThat(after.self()).isEqualTo(before.self());
        assertThat(bob.events().received())
                .isEqualTo(new ServerMessage.FromPeer(annId, OFFER, SEAL));
        assertThat(ann.events().received())
                .isEqualTo(new ServerMessage.FromPeer(before.self().id(), RESTART, SEAL));
    }

    @Test
    void aRefusedChannelEndsForGood() {
        Member eve = joinNowhere("Eve");

        Problem problem = eve.events().next(SignalingEvent.Ended.class).problem();
        assertThat(problem.reason()).isEqualTo(Reason.NO_SUCH_ROOM);
        eve.channel().networkBack();
        eve.channel().close();
        assertThat(eve.events().isSilent()).isTrue();
    }

    @Test
    void whoLeavesIsSaidToHaveLeftAndTakesNoMoreMessages() {
        Member ann = join("Ann");
        ParticipantId annId = ann.events().joined().self().id();
        Member bob = join("Bob");
        ParticipantId bobId = bob.events().joined().self().id();
        ann.events().received();

        bob.channel().leave();
        assertThat(say(bob, annId, OFFER)).isFalse();
        bob.channel().close();
        bob.channel().close();
        letServerWork();

        assertThat(ann.events().received())
                .isInstanceOfSatisfying(
                        ServerMessage.ParticipantLeft.class,
                        left -> {
                            assertThat(left.id()).isEqualTo(bobId);
                            assertThat(left.reason()).isEqualTo(LeaveReason.LEFT);
                            assertThat(isSealedBy("Bob", left.seal())).isTrue();
                        });
        assertThat(bob.events().isSilent()).isTrue();
    }

    @Test
    void aNetworkThatIsBackChangesNothingWhereNothingIsLost() {
        Member ann = join("Ann");
        ann.events().joined();
        Member bob = join("Bob");
        ParticipantId bobId = bob.events().joined().self().id();

        ann.channel().networkBack();
        assertThat(say(ann, bobId, OFFER)).isTrue();

        assertThat(bob.events().received()).isInstanceOf(ServerMessage.FromPeer.class);
    }

    /// The identity of the member of this name.
    static SessionIdentity identity(String name) {
        return Identities.of(name, RoomServer.STUDIO, RoomServer.KEYS.media());
    }

    private static boolean isSealedBy(String name, Optional<Seal> leave) {
        return leave.isPresent()
                && identity("Ann").isLeaveSealed(Identities.key(name), leave.get());
    }

    private boolean say(Member from, ParticipantId to, PeerMessage message) {
        boolean taken = from.channel().send(new ClientMessage.ToPeer(to, message, SEAL));
        letServerWork();
        return taken;
    }
}
