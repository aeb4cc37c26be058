package org.tonewire.signaling.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tonewire.signaling.server.TestServer.key;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tonewire.signaling.protocol.ClientMessage;
import org.tonewire.signaling.protocol.ErrorReason;
import org.tonewire.signaling.protocol.Identity;
import org.tonewire.signaling.protocol.JoinIdentity;
import org.tonewire.signaling.protocol.LeaveReason;
import org.tonewire.signaling.protocol.LinkEnd;
import org.tonewire.signaling.protocol.ParticipantId;
import org.tonewire.signaling.protocol.ParticipantName;
import org.tonewire.signaling.protocol.PeerMessage;
import org.tonewire.signaling.protocol.RefusalReason;
import org.tonewire.signaling.protocol.RoomName;
import org.tonewire.signaling.protocol.SdpDigest;
import org.tonewire.signaling.protocol.Seal;
import org.tonewire.signaling.protocol.ServerMessage;
import org.tonewire.signaling.protocol.key.IdentitySignature;
import org.tonewire.signaling.protocol.key.Nonce;
import org.tonewire.signaling.room.RoomLimits;
import org.tonewire.signaling.room.event.Visibility;

/// Entering, relaying and leaving over real sockets.
final class ServerRoomTest {
    private static final Seal SEAL = new Seal(7, IdentitySignature.of(new byte[64]));
    private static final PeerMessage OFFER = new PeerMessage.Offer("v=0\r\n");

    private final TestServer server = TestServer.start(RoomLimits.DEFAULT.withMaxParticipants(3));

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void aSecondParticipantJoinsByProofAndBothAreInformed() {
        try (TestClient ann = server.connect();
                TestClient bob = server.connect()) {
            var annJoined = ann.open("Ann", key(1));
            var bobJoined = bob.join("Bob", key(1)).next(ServerMessage.Joined.class);

            assertThat(annJoined.participants()).isEmpty();
            assertThat(annJoined.resumption().seconds()).isEqualTo(6);
            assertThat(bobJoined.participants()).containsExactly(annJoined.self());
            assertThat(bobJoined.self().name()).isEqualTo(new ParticipantName("Bob"));
            assertThat(ann.next()).isEqualTo(new ServerMessage.ParticipantJoined(bobJoined.self()));
        }
    }

    @Test
    void aMessageArrivesUnderTheTrueIdOfItsSender() {
        try (TestClient ann = server.connect();
                TestClient bob = server.connect()) {
            ParticipantId annId = ann.open("Ann", key(1)).self().id();
            ParticipantId bobId = bob.open("Bob", key(1)).self().id();
            ann.next(ServerMessage.ParticipantJoined.class);

            for (PeerMessage message :
                    List.of(
                            OFFER,
                            new PeerMessage.Answer("v=0\r\n", Optional.of(SdpDigest.of("v=0"))),
                            new PeerMessage.Candidate(LinkEnd.OWNER, "candidate:1", "0", 0),
                            new PeerMessage.Restart(),
                            new PeerMessage.Refuse(SdpDigest.of("v=0"), "seal-mismatch"))) {
                bob.say(annId, message);
                assertThat(ann.next())
                        .isEqualTo(new ServerMessage.FromPeer(bobId, message, Optional.empty()));
            }
            bob.send(
                    """
                    {"type":"restart","to":"%s","from":"%s"}\
                    """
                            .formatted(annId, annId));
            assertThat(ann.next())
                    .isEqualTo(
                            new ServerMessage.FromPeer(
                                    bobId, new PeerMessage.Restart(), Optional.empty()));
        }
    }

    @Test
    void aWrongKeyIsRefused() {
        try (TestClient ann = server.connect();
                TestClient eve = server.connect()) {
            ann.open("Ann", key(1));

            assertRefused(eve.join("Eve", key(2)), RefusalReason.WRONG_KEY);
        }
    }

    @Test
    void whoIsInARoomWhoseKeyChangesEntersAgainByTheNewOneOnly() {
        server.server().openRoom(TestServer.STUDIO, key(1), Visibility.UNLISTED);
        try (TestClient ann = server.connect();
                TestClient bob = server.connect();
                TestClient again = server.connect();
                TestClient late = server.connect()) {
            ann.open("Ann", key(1));
            bob.open("Bob", key(1));

            server.server().changeKey(TestServer.STUDIO, key(2));

            assertThat(ann.closing()).isEqualTo("4002 the key changed");
            assertThat(bob.closing()).isEqualTo("4002 the key changed");
            assertThat(again.as(ann).open("Ann", key(2)).participants()).isEmpty();
            assertRefused(late.as(bob).join("Bob", key(1)), RefusalReason.WRONG_KEY);
        }
    }

    @Test
    void aRoomThatDoesNotExistIsRefused() {
        try (TestClient bob = server.connect()) {
            assertRefused(bob.join("Bob", key(1)), RefusalReason.NO_SUCH_ROOM);
        }
    }

    @Test
    void aFullRoomIsRefused() {
        try (TestClient ann = server.connect();
                TestClient bob = server.connect();
                TestClient cem = server.connect();
                TestClient dan = server.connect()) {
            ann.open("Ann", key(1));
            bob.open("Bob", key(1));
            cem.open("Cem", key(1));

            assertRefused(dan.join("Dan", key(1)), RefusalReason.ROOM_FULL);
        }
    }

    @Test
    void anotherVersionIsRefusedAndTheSupportedOneNamed() {
        try (TestClient ann = server.connect()) {
            ann.send(new ClientMessage.Hello(1, "earlier"));

            var refused = ann.next(ServerMessage.Refused.class);
            assertThat(refused.reason()).isEqualTo(RefusalReason.VERSION_MISMATCH);
            assertThat(refused.message()).contains("version 2");
            assertThat(ann.closing()).isEqualTo("1008 version-mismatch");
        }
    }

    @Test
    void namesThatAreNotAllowedAreRefused() {
        try (TestClient ann = server.connect();
                TestClient bob = server.connect()) {
            ann.hello();
            bob.hello();
            String open =
                    """
                    {"type":"open","room":"%s","name":"%s","accessKey":"%s"}\
                    """;

            ann.send(open.formatted("a/b", "Ann", key(1).base64Url()));
            bob.send(open.formatted("studio", "  ", key(1).base64Url()));

            assertRefused(ann, RefusalReason.ROOM_NAME_INVALID);
            assertRefused(bob, RefusalReason.NAME_INVALID);
        }
    }

    @Test
    void theIdentityOfAParticipantIsShownToTheOthers() {
        try (TestClient ann = server.connect();
                TestClient bob = server.connect()) {
            ann.open("Ann", key(1));
            var bobJoined = bob.open("Bob", key(1));

            assertThat(bobJoined.participants().getFirst().identity())
                    .contains(ann.identity().identity());
            assertThat(ann.next(ServerMessage.ParticipantJoined.class).participant().identity())
                    .contains(bob.identity().identity());
        }
    }

    @Test
    void nobodyEntersUnderAnIdentityThatWasOnlySeen() {
        try (TestClient ann = server.connect();
                TestClient eve = server.connect();
                TestClient earlier = server.connect()) {
            ann.open("Ann", key(1));
            Identity seen = ann.identity().identity();
            Nonce nonce = eve.hello().nonce();
            IdentitySignature own = eve.identity().sign(joinText(nonce, 1));
            IdentitySignature old = ann.identity().sign(joinText(earlier.hello().nonce(), 1));

            eve.send(enter(new JoinIdentity(seen, own), nonce));
            earlier.send(enter(new JoinIdentity(seen, own), nonce));

            assertRefused(eve, RefusalReason.IDENTITY_INVALID);
            assertRefused(earlier, RefusalReason.IDENTITY_INVALID);
            try (TestClient replaying = server.connect()) {
                Nonce other = replaying.hello().nonce();
                replaying.send(enter(new JoinIdentity(seen, old), other));
                assertRefused(replaying, RefusalReason.IDENTITY_INVALID);
            }
        }
    }

    @Test
    void aSignatureThatWasMadeForAnotherServerEntersNobody() {
        try (TestClient eve = server.connect()) {
            TestIdentity ann = new TestIdentity();
            Nonce nonce = eve.hello().nonce();
            IdentitySignature elsewhere = ann.sign(joinText(nonce, 2));

            eve.send(enter(new JoinIdentity(ann.identity(), elsewhere), nonce));

            assertRefused(eve, RefusalReason.IDENTITY_INVALID);
        }
    }

    /// @param server whose access key is that number
    private static byte[] joinText(Nonce nonce, int server) {
        return nonce.joinText(
                key(server).prove(nonce, TestServer.STUDIO.value()), TestServer.STUDIO.value());
    }

    private static ClientMessage enter(JoinIdentity identity, Nonce nonce) {
        return new ClientMessage.Join(
                TestServer.STUDIO,
                new ParticipantName("Ann"),
                key(1).prove(nonce, TestServer.STUDIO.value()),
                identity);
    }

    @Test
    void leavingIsAnnouncedAndClosesTheSocket() {
        try (TestClient ann = server.connect();
                TestClient bob = server.connect()) {
            ann.open("Ann", key(1));
            ParticipantId bobId = bob.open("Bob", key(1)).self().id();
            ann.next(ServerMessage.ParticipantJoined.class);

            bob.send(new ClientMessage.Leave(Optional.of(SEAL)));

            assertThat(ann.next())
                    .isEqualTo(
                            new ServerMessage.ParticipantLeft(
                                    bobId, LeaveReason.LEFT, Optional.of(SEAL)));
            assertThat(bob.closing()).isEqualTo("1000 left");
        }
    }

    @Test
    void roomsAreIsolated() {
        try (TestClient ann = server.connect();
                TestClient eve = server.connect()) {
            ParticipantId annId = ann.open("Ann", key(1)).self().id();
            RoomName other = new RoomName("other");
            Nonce nonce = eve.hello().nonce();
            eve.send(
                    new ClientMessage.Open(
                            other,
                            new ParticipantName("Eve"),
                            key(2),
                            eve.identity().join(nonce, key(2), other)));
            ParticipantId eveId = eve.next(ServerMessage.Joined.class).self().id();

            eve.say(annId, OFFER);
            var failed = eve.next(ServerMessage.Failed.class);
            assertThat(failed.reason()).isEqualTo(ErrorReason.UNKNOWN_TARGET);
            assertThat(failed.field()).contains("to");

            ann.say(eveId, OFFER);
            assertThat(ann.next(ServerMessage.Failed.class).reason())
                    .isEqualTo(ErrorReason.UNKNOWN_TARGET);
        }
    }

    @Test
    void anUnknownMessageIsAnsweredAndTheSocketStaysOpen() {
        try (TestClient ann = server.connect()) {
            assertThat(failure(ann, "{\"type\":\"dance\"}")).isEqualTo(ErrorReason.UNKNOWN_TYPE);
            assertThat(failure(ann, "{\"type\":\"leave\"}")).isEqualTo(ErrorReason.OUT_OF_ORDER);
            assertThat(failure(ann, "{\"type\":\"hello\",\"version\":1}"))
                    .isEqualTo(ErrorReason.MISSING_FIELD);
            ann.open("Ann", key(1));
            assertThat(failure(ann, "{\"type\":\"hello\",\"version\":1,\"client\":\"x\"}"))
                    .isEqualTo(ErrorReason.OUT_OF_ORDER);
        }
    }

    private static ErrorReason failure(TestClient client, String text) {
        return client.send(text).next(ServerMessage.Failed.class).reason();
    }

    private static void assertRefused(TestClient client, RefusalReason reason) {
        assertThat(client.next(ServerMessage.Refused.class).reason()).isEqualTo(reason);
        assertThat(client.closing()).isEqualTo("1008 " + reason.wireName());
    }
}
