package org.tonewire.signaling.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tonewire.signaling.server.TestServer.STUDIO;
import static org.tonewire.signaling.server.TestServer.key;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tonewire.signaling.codec.ClientMessageCodec;
import org.tonewire.signaling.protocol.ClientMessage;
import org.tonewire.signaling.protocol.OwnerSignature;
import org.tonewire.signaling.protocol.RefusalReason;
import org.tonewire.signaling.protocol.RoomName;
import org.tonewire.signaling.protocol.RoomState;
import org.tonewire.signaling.protocol.ServerMessage;
import org.tonewire.signaling.protocol.key.AccessKey;
import org.tonewire.signaling.protocol.key.JoinProof;
import org.tonewire.signaling.protocol.key.Nonce;
import org.tonewire.signaling.server.http.Access;

/// What the owner of a room may do at its server, and others may not, over real sockets.
final class OwnerRoomTest {
    private static final RoomName OTHER = new RoomName("other");

    private final TestIdentity owner = new TestIdentity();
    private final TestServer server = TestServer.start();

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void theOwnerOpensItChangesItsKeyAndEndsIt() {
        assertThat(own(key(1))).isEqualTo("1000 owned");
        try (TestClient ann = server.connect();
                TestClient again = server.connect()) {
            ann.join("Ann", key(1)).next(ServerMessage.Joined.class);

            assertThat(own(key(2))).isEqualTo("1000 owned");
            assertThat(ann.closing()).isEqualTo("4002 the key changed");
            again.as(ann).join("Ann", key(2)).next(ServerMessage.Joined.class);

            assertThat(end(key(2))).isEqualTo("1000 ended");
            assertThat(again.next(ServerMessage.Refused.class).reason())
                    .isEqualTo(RefusalReason.ROOM_ENDED);
            assertThat(again.closing()).isEqualTo("1008 room-ended");
        }
        assertThat(join(key(2))).isEqualTo(RefusalReason.ROOM_ENDED);
    }

    @Test
    void aRequestThatWasUnderWayWhenItEndedDoesNotOpenItAgain() {
        own(key(1));
        try (TestClient late = server.connect()) {
            Nonce nonce = late.hello().nonce();
            end(key(1));
            late.send(owning(nonce, key(1)));

            assertThat(late.next(ServerMessage.Refused.class).reason())
                    .isEqualTo(RefusalReason.ROOM_ENDED);
        }
        assertThat(own(key(1))).isEqualTo("1000 owned");
    }

    /// What somebody sends who is not the owner, or no longer.
    enum Forgery {
        OTHER_OWNER,
        SIGNATURE_OF_ANOTHER,
        OTHER_NONCE,
        OTHER_KEY,
        OTHER_ROOM,
        SIGNED_FOR_THE_END,
        END_OF_ANOTHER,
        END_SIGNED_BY_ANOTHER,
        END_BY_ANOTHER_KEY,
        END_SIGNED_AS_OWN,
        QUERY_OF_ANOTHER,
        QUERY_SIGNED_AS_END,
        QUERY_BY_ANOTHER_KEY
    }

    @ParameterizedTest
    @EnumSource
    void aStrangerNeitherChangesNorEndsIt(Forgery forgery) {
        own(key(1));
        try (TestClient ann = server.connect();
                TestClient mallory = server.connect();
                TestClient bob = server.connect()) {
            ann.join("Ann", key(1)).next(ServerMessage.Joined.class);
            mallory.send(message(forgery, mallory.hello().nonce()));

            assertThat(mallory.next(ServerMessage.Refused.class).reason())
                    .isEqualTo(
                            switch (forgery) {
                                case OTHER_OWNER, END_OF_ANOTHER, QUERY_OF_ANOTHER ->
                                        RefusalReason.ROOM_TAKEN;
                                case END_BY_ANOTHER_KEY, QUERY_BY_ANOTHER_KEY ->
                                        RefusalReason.WRONG_KEY;
                                case SIGNATURE_OF_ANOTHER,
                                        OTHER_NONCE,
                                        OTHER_KEY,
                                        OTHER_ROOM,
                                        SIGNED_FOR_THE_END,
                                        END_SIGNED_BY_ANOTHER,
                                        END_SIGNED_AS_OWN,
                                        QUERY_SIGNED_AS_END ->
                                        RefusalReason.IDENTITY_INVALID;
                            });
            bob.join("Bob", key(1)).next(ServerMessage.Joined.class);
            ann.next(ServerMessage.ParticipantJoined.class);
        }
    }

    private ClientMessage message(Forgery forgery, Nonce nonce) {
        TestIdentity stranger = new TestIdentity();
        Nonce before = Nonce.of(new byte[32]);
        byte[] own = nonce.ownText(proof(key(2), nonce), STUDIO.value());
        byte[] end = nonce.endText(proof(key(1), nonce), STUDIO.value());
        return switch (forgery) {
            case OTHER_OWNER -> own(stranger, stranger, own);
            case SIGNATURE_OF_ANOTHER -> own(owner, stranger, own);
            case OTHER_NONCE ->
                    own(owner, owner, before.ownText(proof(key(2), before), STUDIO.value()));
            case OTHER_KEY ->
                    own(owner, owner, nonce.ownText(proof(key(1), nonce), STUDIO.value()));
            case OTHER_ROOM ->
                    own(owner, owner, nonce.ownText(proof(key(2), nonce), OTHER.value()));
            case SIGNED_FOR_THE_END ->
                    own(owner, owner, nonce.endText(proof(key(2), nonce), STUDIO.value()));
            case END_OF_ANOTHER -> end(stranger, stranger, proof(key(1), nonce), end);
            case END_SIGNED_BY_ANOTHER -> end(owner, stranger, proof(key(1), nonce), end);
            case END_BY_ANOTHER_KEY ->
                    end(
                            owner,
                            owner,
                            proof(key(2), nonce),
                            nonce.endText(proof(key(2), nonce), STUDIO.value()));
            case END_SIGNED_AS_OWN ->
                    end(
                            owner,
                            owner,
                            proof(key(1), nonce),
                            nonce.ownText(proof(key(1), nonce), STUDIO.value()));
            case QUERY_OF_ANOTHER -> query(stranger, key(1), nonce);
            case QUERY_SIGNED_AS_END -> query(owner, proof(key(1), nonce), end);
            case QUERY_BY_ANOTHER_KEY -> query(owner, key(2), nonce);
        };
    }

    private static ClientMessage query(TestIdentity shown, AccessKey key, Nonce nonce) {
        JoinProof proof = proof(key, nonce);
        return query(shown, proof, nonce.queryText(proof, STUDIO.value()));
    }

    private static ClientMessage query(TestIdentity shown, JoinProof proof, byte[] text) {
        return new ClientMessage.Query(STUDIO, proof, signed(shown, shown, text));
    }

    @Test
    void aRoomThatIsKeptIsThereAfterARestart(@TempDir Path folder) throws Exception {
        server.close();
        ServerFeatures keeping =
                ServerFeatures.NONE.keepingRoomsIn(Optional.of(folder.resolve("rooms.json")));
        try (TestServer first = TestServer.start(keeping);
                TestClient client = first.connect()) {
            client.send(keeping(client.hello().nonce(), Duration.ofDays(400)));
            assertThat(client.next())
                    .isEqualTo(new ServerMessage.Owned(STUDIO, Optional.of(Duration.ofDays(30))));
            assertThat(client.closing()).isEqualTo("1000 owned");
            first.awaitMetric("tonewire_rooms_kept 1.0");
        }
        try (TestServer second = TestServer.start(keeping);
                TestClient asking = second.connect();
                TestClient member = second.connect()) {
            asking.send(query(owner, key(1), asking.hello().nonce()));
            RoomState state = asking.next(ServerMessage.RoomInfo.class).state();
            assertThat(state.keep()).isEqualTo(Duration.ofDays(30));
            assertThat(state.participants()).isZero();
            assertThat(asking.closing()).isEqualTo("1000 shown");
            member.join("Ann", key(1)).next(ServerMessage.Joined.class);
        }
    }

    @Test
    void timesThatAreNoneAreNotUnderstood() {
        for (String seconds : List.of("-1", "1.5", "2147483648", "1e99", "\"60\"")) {
            try (TestClient client = server.connect()) {
                String own =
                        ClientMessageCodec.encode(
                                keeping(client.hello().nonce(), Duration.ofSeconds(60)));
                client.send(own.replace(":60", ":" + seconds));

                assertThat(client.next(ServerMessage.Failed.class).field())
                        .as(seconds)
                        .contains("keepSeconds");
            }
        }
        server.awaitMetric("tonewire_rooms 0.0");
    }

    private ClientMessage keeping(Nonce nonce, Duration time) {
        ClientMessage.Own own = (ClientMessage.Own) owning(nonce, key(1));
        return new ClientMessage.Own(own.room(), own.accessKey(), own.owner(), Optional.of(time));
    }

    @Test
    void aServerWithATokenOpensRoomsForThoseWhoShowIt() {
        server.close();
        Access access = new Access(Optional.of("t0ken"), Set.of());
        try (TestServer closed = TestServer.start(ServerFeatures.NONE.with(access));
                TestClient without = closed.connect();
                TestClient with = TestClient.connect(closed.ws("/api/v1/signal?token=t0ken"))) {
            without.send(owning(without.hello().nonce(), key(1)));
            assertThat(without.next(ServerMessage.Refused.class).reason())
                    .isEqualTo(RefusalReason.TOKEN_REFUSED);
            with.send(owning(with.hello().nonce(), key(1)));
            assertThat(with.next()).isEqualTo(new ServerMessage.Owned(STUDIO));
        }
    }

    private RefusalReason join(AccessKey key) {
        try (TestClient client = server.connect()) {
            return client.join("Ann", key).next(ServerMessage.Refused.class).reason();
        }
    }

    /// @return how the socket was closed
    private String own(AccessKey key) {
        try (TestClient client = server.connect()) {
            client.send(owning(client.hello().nonce(), key));
            assertThat(client.next()).isEqualTo(new ServerMessage.Owned(STUDIO));
            return client.closing();
        }
    }

    private String end(AccessKey key) {
        try (TestClient client = server.connect()) {
            Nonce nonce = client.hello().nonce();
            JoinProof proof = proof(key, nonce);
            client.send(end(owner, owner, proof, nonce.endText(proof, STUDIO.value())));
            return client.closing();
        }
    }

    private ClientMessage owning(Nonce nonce, AccessKey key) {
        return new ClientMessage.Own(
                STUDIO,
                key,
                signed(owner, owner, nonce.ownText(proof(key, nonce), STUDIO.value())));
    }

    private static ClientMessage own(TestIdentity shown, TestIdentity signer, byte[] text) {
        return new ClientMessage.Own(STUDIO, key(2), signed(shown, signer, text));
    }

    private static ClientMessage end(
            TestIdentity shown, TestIdentity signer, JoinProof proof, byte[] text) {
        return new ClientMessage.End(STUDIO, proof, signed(shown, signer, text));
    }

    private static OwnerSignature signed(TestIdentity shown, TestIdentity signer, byte[] text) {
        return new OwnerSignature(shown.identity().key(), signer.sign(text));
    }

    private static JoinProof proof(AccessKey key, Nonce nonce) {
        return key.prove(nonce, STUDIO.value());
    }
}
