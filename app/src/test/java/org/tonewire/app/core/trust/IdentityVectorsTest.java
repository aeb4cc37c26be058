package org.tonewire.app.core.trust;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.tonewire.app.core.invite.RoomSecret;
import org.tonewire.app.core.invite.ServerBinding;
import org.tonewire.signaling.protocol.JoinIdentity;
import org.tonewire.signaling.protocol.LinkEnd;
import org.tonewire.signaling.protocol.ParticipantName;
import org.tonewire.signaling.protocol.PeerMessage;
import org.tonewire.signaling.protocol.RoomName;
import org.tonewire.signaling.protocol.SdpDigest;
import org.tonewire.signaling.protocol.Seal;
import org.tonewire.signaling.protocol.key.IdentityKey;
import org.tonewire.signaling.protocol.key.JoinProof;
import org.tonewire.signaling.protocol.key.Nonce;

/// The vectors in `docs/PROTOCOL.md` were made by another program; see the section itself.
class IdentityVectorsTest {
    private static final String HEADING = "## Test vectors";
    private static final String SECRET = "AAECAwQFBgcICQoLDA0ODw";
    private static final Nonce NONCE =
            Nonce.parse("ICEiIyQlJicoKSorLC0uLzAxMjM0NTY3ODk6Ozw9Pj8").orElseThrow();
    private static final ServerBinding SERVER = new ServerBinding("address host.example:8443");
    private static final String OFFER = "v=0\r\n";
    private static final SdpDigest OFFERED = SdpDigest.of(OFFER);

    private static final Map<String, List<PeerMessage>> MESSAGES =
            Map.of(
                    "offer",
                    List.of(new PeerMessage.Offer(OFFER)),
                    "answer",
                    List.of(new PeerMessage.Answer("v=0\r\ns=-\r\n", Optional.of(OFFERED))),
                    "candidate",
                    List.of(
                            new PeerMessage.Candidate(
                                    LinkEnd.OWNER, "candidate:1 1 udp 1 ::1 9 typ host", "0", 0),
                            new PeerMessage.Candidate(LinkEnd.RECEIVER, "", "audio", 3)),
                    "restart",
                    List.of(new PeerMessage.Restart()),
                    "refuse",
                    List.of(new PeerMessage.Refuse(OFFERED, "seal-mismatch")));

    @Test
    void keysAndProofsAreThoseOfTheProtocolsVectors() throws IOException {
        List<List<String>> rows = ProtocolTable.rows(HEADING, "who");

        assertThat(rows).hasSizeGreaterThanOrEqualTo(4);
        for (List<String> row : rows) {
            ParticipantName name = new ParticipantName(row.get(2));
            RoomName room = new RoomName(row.get(1));
            Ed25519Identity identity = identity(row.get(0), row.get(1));
            JoinProof shown = keys(room).access(SERVER).prove(NONCE, room.value());
            JoinIdentity join = identity.join(name, NONCE, shown);

            assertThat(join.identity().proof().base64Url()).as("proof").isEqualTo(row.get(3));
            assertThat(join.identity().nameSignature().base64Url())
                    .as("name signature")
                    .isEqualTo(row.get(4));
            assertThat(join.signature().base64Url()).as("signature").isEqualTo(row.get(5));
            assertThat(join.isOwned(NONCE, shown, room)).isTrue();
            assertThat(identity.trusts(join.identity(), name)).isTrue();
        }
    }

    @Test
    void sealsAreThoseOfTheProtocolsVectors() throws IOException {
        List<List<String>> rows = ProtocolTable.rows(HEADING, "kind");

        assertThat(rows).hasSizeGreaterThanOrEqualTo(7);
        for (List<String> row : rows) {
            Seal seal = Seal.parse(row.get(3)).orElseThrow();
            IdentityKey from = key(row.get(1));
            assertThat(seal.number()).isEqualTo(Long.parseLong(row.get(2)));
            if (row.getFirst().equals("leave")) {
                assertThat(identity("Bob", "studio").isLeaveSealed(from, seal)).isTrue();
            } else {
                Ed25519Identity to = identity(row.get(1).equals("Ann") ? "Bob" : "Ann", "studio");
                assertThat(MESSAGES.get(row.getFirst()))
                        .as("%s", row)
                        .anyMatch(message -> to.isSealed(from, message, seal));
            }
        }
    }

    @Test
    void everyKindOfMessageHasAVector() throws IOException {
        assertThat(ProtocolTable.rows(HEADING, "kind").stream().map(List::getFirst))
                .containsAll(MESSAGES.keySet())
                .contains("leave");
        Set<Object> covered =
                MESSAGES.values().stream()
                        .flatMap(List::stream)
                        .map(Object::getClass)
                        .collect(Collectors.toSet());
        assertThat(covered).contains((Object[]) PeerMessage.class.getPermittedSubclasses());
    }

    @Test
    void aKeyIsKnownByItsBytesAlone() throws IOException {
        for (List<String> row : ProtocolTable.rows(HEADING, "identity")) {
            assertThat(identity(row.getFirst(), "studio").key())
                    .isEqualTo(IdentityKey.parse(row.get(2)).orElseThrow());
        }
    }

    private static Ed25519Identity identity(String who, String room) throws IOException {
        String seed =
                ProtocolTable.rows(HEADING, "identity").stream()
                        .filter(row -> row.getFirst().equals(who))
                        .findFirst()
                        .orElseThrow()
                        .get(1);
        RoomName name = new RoomName(room);
        return Identities.of(Identities.bytes(seed), name, keys(name).media());
    }

    private static RoomKeys keys(RoomName room) {
        return RoomKeys.derive(RoomSecret.parse(SECRET).orElseThrow(), room);
    }

    private static IdentityKey key(String who) throws IOException {
        return identity(who, "studio").key();
    }
}
