package org.tonewire.app.core.trust;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.tonewire.app.core.invite.Invite;
import org.tonewire.app.core.invite.InviteLink;
import org.tonewire.app.core.invite.RoomSecret;
import org.tonewire.signaling.protocol.Identity;
import org.tonewire.signaling.protocol.JoinIdentity;
import org.tonewire.signaling.protocol.LinkEnd;
import org.tonewire.signaling.protocol.ParticipantName;
import org.tonewire.signaling.protocol.PeerMessage;
import org.tonewire.signaling.protocol.RoomName;
import org.tonewire.signaling.protocol.SdpDigest;
import org.tonewire.signaling.protocol.Seal;
import org.tonewire.signaling.protocol.key.AccessKey;
import org.tonewire.signaling.protocol.key.IdentityKey;
import org.tonewire.signaling.protocol.key.IdentityProof;
import org.tonewire.signaling.protocol.key.JoinProof;
import org.tonewire.signaling.protocol.key.Nonce;

class SealTest {
    private static final RoomName ROOM = new RoomName("studio");
    private static final ParticipantName ANNS_NAME = new ParticipantName("Ann");
    private static final Nonce NONCE = Nonce.of(new byte[32]);
    private static final Nonce OTHER_NONCE =
            Nonce.parse("ICEiIyQlJicoKSorLC0uLzAxMjM0NTY3ODk6Ozw9Pj8").orElseThrow();
    private static final String SECRET = "AAECAwQFBgcICQoLDA0ODw";
    private static final MediaKey MEDIA =
            RoomKeys.derive(RoomSecret.parse(SECRET).orElseThrow(), ROOM).media();
    private static final SdpDigest ONE = SdpDigest.of("one");
    private static final SdpDigest TWO = SdpDigest.of("two");

    private final SessionIdentity ann = identity("ann", ROOM, "AAECAwQFBgcICQoLDA0ODw");
    private final SessionIdentity bob = identity("bob", ROOM, "AAECAwQFBgcICQoLDA0ODw");
    private final SessionIdentity eve = identity("eve", ROOM, "AAECAwQFBgcICQoLDA0ODw");

    /// A message, and others that differ from it in one field.
    static Stream<Arguments> messagesAndChanges() {
        return Stream.of(
                Arguments.of(
                        new PeerMessage.Offer("v=0\r\na=rtpmap:111 opus\r\n"),
                        List.of(
                                new PeerMessage.Offer("v=0\r\n"),
                                new PeerMessage.Offer("v=0\na=rtpmap:111 opus\n"),
                                new PeerMessage.Answer(
                                        "v=0\r\na=rtpmap:111 opus\r\n", Optional.empty()))),
                Arguments.of(
                        new PeerMessage.Answer("v=0", Optional.of(ONE)),
                        List.of(
                                new PeerMessage.Answer("v=1", Optional.of(ONE)),
                                new PeerMessage.Answer("v=0", Optional.of(TWO)),
                                new PeerMessage.Answer("v=0", Optional.empty()))),
                Arguments.of(
                        new PeerMessage.Candidate(LinkEnd.OWNER, "candidate:1", "0", 0),
                        List.of(
                                new PeerMessage.Candidate(LinkEnd.RECEIVER, "candidate:1", "0", 0),
                                new PeerMessage.Candidate(LinkEnd.OWNER, "candidate:2", "0", 0),
                                new PeerMessage.Candidate(LinkEnd.OWNER, "candidate:1", "1", 0),
                                new PeerMessage.Candidate(LinkEnd.OWNER, "candidate:1", "0", 1))),
                Arguments.of(
                        new PeerMessage.Restart(),
                        List.of(new PeerMessage.Refuse(ONE, "seal-mismatch"))),
                Arguments.of(
                        new PeerMessage.Refuse(ONE, "seal-mismatch"),
                        List.of(
                                new PeerMessage.Refuse(TWO, "seal-mismatch"),
                                new PeerMessage.Refuse(ONE, "other"))));
    }

    @ParameterizedTest
    @MethodSource("messagesAndChanges")
    void aSealIsOfOneMessageOnly(PeerMessage message, List<PeerMessage> changed) {
        Seal seal = ann.seal(bob.key(), message);

        assertThat(bob.isSealed(ann.key(), message, seal)).isTrue();
        assertThat(changed).noneMatch(other -> bob.isSealed(ann.key(), other, seal));
    }

    @Test
    void theChangesCoverEveryMessage() {
        Set<Object> covered =
                messagesAndChanges()
                        .map(row -> Objects.requireNonNull(row.get()[0]).getClass())
                        .collect(Collectors.toSet());

        assertThat(covered).contains((Object[]) PeerMessage.class.getPermittedSubclasses());
    }

    @Test
    void aSealIsForOneReceiverOfOneSenderInOneRoom() {
        PeerMessage message = new PeerMessage.Offer("v=0");
        Seal seal = ann.seal(bob.key(), message);
        SessionIdentity elsewhere =
                identity("bob", new RoomName("studio2"), "AAECAwQFBgcICQoLDA0ODw");

        assertThat(eve.isSealed(ann.key(), message, seal)).as("another receiver").isFalse();
        assertThat(bob.isSealed(eve.key(), message, seal)).as("another sender").isFalse();
        assertThat(elsewhere.isSealed(ann.key(), message, seal)).as("another room").isFalse();
    }

    @Test
    void aMemberCannotSealForAnother() {
        PeerMessage message = new PeerMessage.Restart();

        assertThat(bob.isSealed(ann.key(), message, eve.seal(bob.key(), message))).isFalse();
    }

    @Test
    void aSealWithAnotherNumberIsRefused() {
        PeerMessage message = new PeerMessage.Restart();
        Seal seal = ann.seal(bob.key(), message);

        assertThat(bob.isSealed(ann.key(), message, new Seal(seal.number() + 1, seal.signature())))
                .isFalse();
    }

    @Test
    void numbersOnlyRise() {
        long first = ann.seal(bob.key(), new PeerMessage.Restart()).number();
        long second = ann.seal(eve.key(), new PeerMessage.Restart()).number();
        long third = ann.sealLeave().number();

        assertThat(first).isPositive();
        assertThat(second).isGreaterThan(first);
        assertThat(third).isGreaterThan(second);
    }

    @Test
    void aLeaveIsSealedForAll() {
        Seal leave = ann.sealLeave();

        assertThat(bob.isLeaveSealed(ann.key(), leave)).isTrue();
        assertThat(eve.isLeaveSealed(ann.key(), leave)).isTrue();
        assertThat(bob.isLeaveSealed(eve.key(), leave)).isFalse();
        assertThat(bob.isLeaveSealed(ann.key(), ann.seal(bob.key(), new PeerMessage.Restart())))
                .isFalse();
    }

    @Test
    void aProofIsOfOneKeyUnderOneNameInOneRoomByThoseWhoHaveTheInvite() {
        Identity identity = ann.named(ANNS_NAME);

        assertThat(bob.trusts(identity, ANNS_NAME)).isTrue();
        assertThat(bob.trusts(identity, new ParticipantName("Anna"))).isFalse();
        assertThat(
                        bob.trusts(
                                new Identity(eve.key(), identity.proof(), identity.nameSignature()),
                                ANNS_NAME))
                .isFalse();
        assertThat(
                        bob.trusts(
                                new Identity(
                                        ann.key(),
                                        IdentityProof.of(new byte[32]),
                                        identity.nameSignature()),
                                ANNS_NAME))
                .isFalse();
        assertThat(identity("bob", ROOM, "AAECAwQFBgcICQoLDA0ODg").trusts(identity, ANNS_NAME))
                .as("another invite")
                .isFalse();
    }

    /// Every member can make the proof of another under any name.
    @Test
    void aMemberCannotGiveAnotherAName() {
        ParticipantName other = new ParticipantName("Anna");
        Identity byEve =
                new Identity(
                        ann.key(),
                        MEDIA.prove(ROOM, ann.key(), other),
                        eve.named(other).nameSignature());
        Identity old =
                new Identity(
                        ann.key(),
                        MEDIA.prove(ROOM, ann.key(), other),
                        ann.named(ANNS_NAME).nameSignature());

        assertThat(bob.trusts(byEve, other)).isFalse();
        assertThat(bob.trusts(old, other)).isFalse();
        assertThat(bob.trusts(ann.named(other), other)).isTrue();
    }

    @Test
    void aSignatureForOneServerIsNoneForAnother() {
        AccessKey here = access("https://one.example:1");
        AccessKey there = access("https://two.example:1");
        JoinProof shown = here.prove(NONCE, "studio");

        JoinIdentity joining = ann.join(ANNS_NAME, NONCE, shown);

        assertThat(joining.isOwned(NONCE, shown, ROOM)).isTrue();
        assertThat(joining.isOwned(NONCE, there.prove(NONCE, "studio"), ROOM)).isFalse();
        assertThat(joining.isOwned(OTHER_NONCE, shown, ROOM)).isFalse();
    }

    private static AccessKey access(String server) {
        Invite invite = InviteLink.parse(server + "/r/studio#k=" + SECRET).orElseThrow();
        return RoomKeys.derive(invite.secret(), invite.room()).access(invite.server());
    }

    @Test
    void aKeyThatIsNoPointOfTheCurveSealsNothing() {
        byte[] bytes = new byte[32];
        bytes[0] = 2;
        IdentityKey odd = IdentityKey.of(bytes);
        PeerMessage message = new PeerMessage.Restart();

        assertThat(bob.isSealed(odd, message, ann.seal(bob.key(), message))).isFalse();
    }

    private static SessionIdentity identity(String name, RoomName room, String secret) {
        MediaKey media = RoomKeys.derive(RoomSecret.parse(secret).orElseThrow(), room).media();
        return Identities.of(name, room, media);
    }
}
