package org.tonewire.app.core.trust;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tonewire.app.core.invite.RoomSecret;
import org.tonewire.signaling.protocol.OwnerSignature;
import org.tonewire.signaling.protocol.RoomName;
import org.tonewire.signaling.protocol.Seal;
import org.tonewire.signaling.protocol.key.AccessKey;
import org.tonewire.signaling.protocol.key.IdentityKey;
import org.tonewire.signaling.protocol.key.JoinProof;
import org.tonewire.signaling.protocol.key.Nonce;
import org.tonewire.signaling.protocol.key.OwnerHash;

/// What the owner of a room signs, and how its key pair is stored.
class RoomOwnerTest {
    private static final String HEADING = "## Test vectors";
    private static final RoomName ROOM = new RoomName("studio");
    private static final RoomSecret SECRET = secret("AAECAwQFBgcICQoLDA0ODw");
    private static final IdentityKey ANN = Identities.key("ann");
    private static final IdentityKey BOB = Identities.key("bob");
    private static final RoomOwner OWNER = RoomOwner.create();
    private static final OwnerHash HASH = OWNER.hash();
    private static final Nonce NONCE =
            Nonce.parse("ICEiIyQlJicoKSorLC0uLzAxMjM0NTY3ODk6Ozw9Pj8").orElseThrow();
    private static final RoomOwner OTHER = RoomOwner.create();

    @Test
    void sealsOfAnOwnerAreThoseOfTheProtocolsVectors() throws IOException {
        List<String> pair = ProtocolTable.rows(HEADING, "owner").getFirst();
        IdentityKey key = IdentityKey.parse(pair.get(2)).orElseThrow();
        OwnerHash hash = new OwnerHash(pair.get(3));
        assertThat(OwnerHash.of(key)).isEqualTo(hash);
        assertThat(RoomOwner.parse(pair.get(1) + "." + pair.get(2)).orElseThrow().hash())
                .isEqualTo(hash);

        List<List<String>> rows = ProtocolTable.rows(HEADING, "signed");
        assertThat(rows.stream().map(List::getFirst)).contains("invite", "removed");
        for (List<String> row : rows) {
            OwnerSeal seal = new OwnerSeal(key, Seal.parse(row.get(5)).orElseThrow());
            RoomName room = new RoomName(row.get(1));
            List<IdentityKey> removed = named(row.get(4));
            assertThat(seal.seal().number()).isEqualTo(Long.parseLong(row.get(2)));
            assertThat(
                            row.getFirst().equals("invite")
                                    ? seal.renews(hash, room, secret(row.get(3)), removed)
                                    : seal.removes(hash, room, removed.getFirst()))
                    .as("%s", row)
                    .isTrue();
        }
    }

    @Test
    void whatAServerIsShownIsThatOfTheProtocolsVectors() throws IOException {
        List<String> pair = ProtocolTable.rows(HEADING, "owner").getFirst();
        RoomOwner owner = RoomOwner.parse(pair.get(1) + "." + pair.get(2)).orElseThrow();
        List<List<String>> keys =
                ProtocolTable.rows(HEADING, "secret").stream()
                        .filter(row -> row.get(2).equals("address host.example:8443"))
                        .toList();
        List<List<String>> rows = ProtocolTable.rows(HEADING, "asked");
        assertThat(rows.stream().map(List::getFirst)).contains("own", "query", "end");
        for (List<String> row : rows) {
            List<String> keyed =
                    keys.stream()
                            .filter(each -> each.get(1).equals(row.get(1)))
                            .toList()
                            .getFirst();
            RoomName room = new RoomName(row.get(1));
            AccessKey key = AccessKey.parse(keyed.get(3)).orElseThrow();
            JoinProof proof = JoinProof.parse(keyed.get(5)).orElseThrow();
            OwnerSignature shown =
                    switch (row.getFirst()) {
                        case "own" -> owner.own(room, NONCE, key);
                        case "query" -> owner.query(room, NONCE, proof);
                        default -> owner.end(room, NONCE, proof);
                    };

            assertThat(shown.signature().base64Url()).as("%s", row).isEqualTo(row.get(2));
            assertThat(shown.owns(NONCE, proof, room)).isEqualTo(row.getFirst().equals("own"));
            assertThat(shown.asks(NONCE, proof, room)).isEqualTo(row.getFirst().equals("query"));
            assertThat(shown.ends(NONCE, proof, room)).isEqualTo(row.getFirst().equals("end"));
        }
    }

    @ParameterizedTest
    @MethodSource("changes")
    void aSealOfTheOwnerHoldsForOneRenewalOfOneRoomOnly(
            OwnerSeal seal, OwnerHash by, RoomName room, String secret, List<IdentityKey> removed) {
        boolean isWhatWasSigned =
                seal.equals(changes().findFirst().orElseThrow().get()[0])
                        && by.equals(HASH)
                        && room.equals(ROOM)
                        && secret.equals(SECRET.text())
                        && removed.equals(List.of(ANN, BOB));

        assertThat(seal.renews(by, room, secret(secret), removed)).isEqualTo(isWhatWasSigned);
        assertThat(seal.removes(by, room, ANN)).isFalse();
    }

    private static final OwnerSeal SIGNED = OWNER.renew(ROOM, SECRET, List.of(ANN, BOB));

    static Stream<Arguments> changes() {
        String secret = SECRET.text();
        List<IdentityKey> both = List.of(ANN, BOB);
        OwnerSeal others = OTHER.renew(ROOM, SECRET, both);
        Seal next = new Seal(SIGNED.seal().number() + 1, SIGNED.seal().signature());
        return Stream.of(
                Arguments.of(SIGNED, HASH, ROOM, secret, both),
                Arguments.of(SIGNED, OTHER.hash(), ROOM, secret, both),
                Arguments.of(SIGNED, HASH, new RoomName("studio2"), secret, both),
                Arguments.of(SIGNED, HASH, ROOM, "AQECAwQFBgcICQoLDA0ODw", both),
                Arguments.of(SIGNED, HASH, ROOM, secret, List.of(BOB, ANN)),
                Arguments.of(SIGNED, HASH, ROOM, secret, List.of(ANN)),
                Arguments.of(new OwnerSeal(SIGNED.owner(), next), HASH, ROOM, secret, both),
                Arguments.of(others, HASH, ROOM, secret, both),
                Arguments.of(
                        new OwnerSeal(SIGNED.owner(), others.seal()), HASH, ROOM, secret, both));
    }

    @Test
    void aRemovalIsOfOneParticipantOfOneRoom() {
        OwnerSeal seal = OWNER.remove(ROOM, ANN);

        assertThat(seal.removes(HASH, ROOM, ANN)).isTrue();
        assertThat(seal.removes(HASH, ROOM, BOB)).isFalse();
        assertThat(seal.removes(HASH, new RoomName("studio2"), ANN)).isFalse();
        assertThat(seal.removes(OTHER.hash(), ROOM, ANN)).isFalse();
    }

    @Test
    void numbersRiseAlsoForAPairThatWasStored() {
        InstantSource later = InstantSource.fixed(Instant.now().plusSeconds(60));
        RoomOwner stored = RoomOwner.parse(OWNER.encode(), later).orElseThrow();

        long first = OWNER.renew(ROOM, SECRET, List.of()).seal().number();
        long second = OWNER.renew(ROOM, SECRET, List.of()).seal().number();
        OwnerSeal afterwards = stored.renew(ROOM, SECRET, List.of());

        assertThat(second).isGreaterThan(first);
        assertThat(afterwards.seal().number()).isGreaterThan(second);
        assertThat(afterwards.renews(HASH, ROOM, SECRET, List.of())).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                "QEFCQ0RFRkdISUpLTE1OT1BRUlNUVVZXWFlaW1xdXl8",
                "QEFCQ0RFRkdISUpLTE1OT1BRUlNUVVZXWFlaW1xdXl8.",
                ".JUO5L_EJVRFHatyDadtt3JM2ZaEZeN2hQE7hBmypVZ0",
                "QEFCQ0RFRkdISUpLTE1OT1BRUlNUVVZXWFlaW1xdXl8."
                        + "A6EHv_POEL4dcN0Y50vAmWfk1jCbpQ1fHdyGZBJVMbg",
                "QEFCQ0RFRkdISUpLTE1OT1BRUlNUVVZXWFlaW1xdXl8."
                        + "JUO5L_EJVRFHatyDadtt3JM2ZaEZeN2hQE7hBmypVZ0.",
            })
    void whatIsNoPairIsNone(String text) {
        assertThat(RoomOwner.parse(text)).isEmpty();
    }

    private static List<IdentityKey> named(String names) throws IOException {
        List<List<String>> identities = ProtocolTable.rows(HEADING, "identity");
        return Arrays.stream(names.split(", "))
                .flatMap(name ->
                        identities.stream()
                                .filter(row -> row.getFirst().equals(name))
                                .flatMap(row -> IdentityKey.parse(row.get(2)).stream()))
                .toList();
    }

    private static RoomSecret secret(String text) {
        return RoomSecret.parse(text).orElseThrow();
    }
}
