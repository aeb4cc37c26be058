package org.tonewire.app.core.trust;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tonewire.app.core.invite.RoomSecret;
import org.tonewire.signaling.protocol.RoomName;
import org.tonewire.signaling.protocol.key.IdentityKey;

class VerifyCodeTest {
    private static final String HEADING = "## Test vectors";
    private static final RoomName ROOM = new RoomName("studio");
    private static final MediaKey MEDIA = new MediaKey(new byte[32], Optional.empty());
    private static final SessionIdentity ANN = Identities.of("ann", ROOM, MEDIA);
    private static final SessionIdentity BOB = Identities.of("bob", ROOM, MEDIA);
    private static final SessionIdentity EVE = Identities.of("eve", ROOM, MEDIA);

    @Test
    void whatOneReadsAsTheirOwnWordsTheOtherSeesBesideTheirName() {
        assertThat(ANN.code(ANN.key())).isEqualTo(BOB.code(ANN.key()));
        assertThat(BOB.code(BOB.key())).isEqualTo(ANN.code(BOB.key()));
    }

    @Test
    void somebodyBetweenThemHasOtherWordsThanEither() {
        VerifyCode seenByAnn = ANN.code(EVE.key());

        assertThat(seenByAnn).isNotEqualTo(BOB.code(BOB.key()));
        assertThat(seenByAnn).isNotEqualTo(ANN.code(ANN.key()));
    }

    @Test
    void wordsOfAnotherRoomOrAnotherInviteAreOthers() {
        RoomName elsewhere = new RoomName("studio2");
        MediaKey renewed = new MediaKey(new byte[] {1}, Optional.empty());

        assertThat(Identities.of("ann", elsewhere, MEDIA).code(ANN.key()))
                .isNotEqualTo(ANN.code(ANN.key()));
        assertThat(Identities.of("ann", ROOM, renewed).code(ANN.key()))
                .isNotEqualTo(ANN.code(ANN.key()));
    }

    @Test
    void eachWordStandsForOneByteOfNine() {
        assertThat(ANN.code(ANN.key()).words()).hasSize(9);
        assertThat(VerifyCode.of(new byte[] {0, 1, -1}).words())
                .containsExactly(
                        VerifyCode.all().getFirst(),
                        VerifyCode.all().get(1),
                        VerifyCode.all().getLast());
    }

    @Test
    void wordsAreThoseOfTheProtocolsVectors() throws IOException {
        List<List<String>> rows = ProtocolTable.rows(HEADING, "code of");

        assertThat(rows).hasSizeGreaterThanOrEqualTo(3);
        for (List<String> row : rows) {
            RoomName room = new RoomName(row.get(1));
            RoomSecret secret = RoomSecret.parse("AAECAwQFBgcICQoLDA0ODw").orElseThrow();
            MediaKey media = RoomKeys.derive(secret, room).media();
            assertThat(media.code(room, key(row.getFirst()))).hasToString(row.get(2));
        }
    }

    @Test
    void wordsAreToldApartByTheirFirstFourLetters() {
        assertThat(VerifyCode.all()).hasSize(256);
        assertThat(VerifyCode.all().stream().map(word -> word.substring(0, 4)))
                .doesNotHaveDuplicates();
        assertThat(VerifyCode.all()).allMatch(word -> word.matches("[a-z]{4,10}"));
    }

    /// As the table of identities has it.
    private static IdentityKey key(String who) throws IOException {
        return ProtocolTable.rows(HEADING, "identity").stream()
                .filter(row -> row.getFirst().equals(who))
                .map(row -> IdentityKey.parse(row.get(2)).orElseThrow())
                .findFirst()
                .orElseThrow();
    }
}
