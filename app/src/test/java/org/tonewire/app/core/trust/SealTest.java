package org.tonewire.app.core.trust;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tonewire.app.core.invite.RoomSecret;
import org.tonewire.signaling.protocol.ParticipantId;
import org.tonewire.signaling.protocol.RoomName;

class SealTest {
    static final String PRINT_A = "sha-256 " + digest(0, 1);
    static final String PRINT_B = "sha-256 " + digest(255, -1);

    private static final RoomName ROOM = new RoomName("studio");
    private static final ParticipantId ANN = new ParticipantId("ann");
    private static final ParticipantId BOB = new ParticipantId("bob");
    private static final SealContext CONTEXT =
            new SealContext(SealContext.Kind.OFFER, ROOM, ANN, BOB);
    private static final String ONE = "v=0\r\na=fingerprint:" + PRINT_A + "\r\nm=audio 9\r\n";
    private static final String TWO = ONE + "a=fingerprint:" + PRINT_B + "\r\n";

    private final MediaKey key = media("AAECAwQFBgcICQoLDA0ODw");

    @Test
    void aSealFitsTheDescriptionItWasMadeOf() {
        assertThat(key.sealMatches(CONTEXT, ONE, key.seal(CONTEXT, ONE))).isTrue();
        assertThat(key.sealMatches(CONTEXT, TWO, key.seal(CONTEXT, TWO))).isTrue();
    }

    @Test
    void otherPartsOfADescriptionMayChange() {
        String changed = ONE.replace("m=audio 9", "m=audio 7") + "a=candidate:1\r\n";

        assertThat(key.sealMatches(CONTEXT, changed, key.seal(CONTEXT, ONE))).isTrue();
    }

    @Test
    void aSwappedFingerprintIsRefused() {
        String swapped = ONE.replace(PRINT_A, PRINT_B);

        assertThat(key.sealMatches(CONTEXT, swapped, key.seal(CONTEXT, ONE))).isFalse();
    }

    @Test
    void oneChangedDigitIsRefused() {
        String changed = ONE.replace("00:01:02", "00:01:03");

        assertThat(key.sealMatches(CONTEXT, changed, key.seal(CONTEXT, ONE))).isFalse();
    }

    @Test
    void anAddedFingerprintIsRefused() {
        assertThat(key.sealMatches(CONTEXT, TWO, key.seal(CONTEXT, ONE))).isFalse();
    }

    @Test
    void aRemovedFingerprintIsRefused() {
        assertThat(key.sealMatches(CONTEXT, ONE, key.seal(CONTEXT, TWO))).isFalse();
    }

    @Test
    void aDescriptionWithoutFingerprintFitsNoSealAtAll() {
        String none = "v=0\r\nm=audio 9\r\n";

        assertThat(key.sealMatches(CONTEXT, none, key.seal(CONTEXT, none))).isFalse();
        assertThat(key.sealMatches(CONTEXT, none, key.seal(CONTEXT, ONE))).isFalse();
    }

    @Test
    void theHashFunctionIsSealedToo() {
        String weaker = ONE.replace("sha-256", "sha-1");

        assertThat(key.sealMatches(CONTEXT, weaker, key.seal(CONTEXT, ONE))).isFalse();
    }

    @ParameterizedTest
    @MethodSource("otherContexts")
    void aSealOfAnotherKindRoomOrParticipantIsRefused(SealContext other) {
        assertThat(key.sealMatches(CONTEXT, ONE, key.seal(other, ONE))).isFalse();
    }

    static Stream<SealContext> otherContexts() {
        return Stream.of(
                new SealContext(SealContext.Kind.ANSWER, ROOM, ANN, BOB),
                new SealContext(SealContext.Kind.OFFER, new RoomName("studio2"), ANN, BOB),
                new SealContext(SealContext.Kind.OFFER, ROOM, new ParticipantId("anna"), BOB),
                new SealContext(SealContext.Kind.OFFER, ROOM, ANN, new ParticipantId("bo")),
                new SealContext(SealContext.Kind.OFFER, ROOM, BOB, ANN));
    }

    @Test
    void aSealByAnotherKeyIsRefused() {
        MediaKey other = media("AAECAwQFBgcICQoLDA0ODg");

        assertThat(key.sealMatches(CONTEXT, ONE, other.seal(CONTEXT, ONE))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "AAAA", "not base64url!", "====", "\u00e4\u0000"})
    void whatIsNoSealIsRefused(String seal) {
        assertThat(key.sealMatches(CONTEXT, ONE, seal)).isFalse();
    }

    @Test
    void aSealThatIsCutOrLengthenedIsRefused() {
        String seal = key.seal(CONTEXT, ONE);

        assertThat(key.sealMatches(CONTEXT, ONE, seal.substring(0, seal.length() - 2))).isFalse();
        assertThat(key.sealMatches(CONTEXT, ONE, seal + "AA")).isFalse();
    }

    @Test
    void lineEndsOrderCaseAndRepetitionDoNotMatter() {
        String seal = key.seal(CONTEXT, TWO);
        String other =
                "a=fingerprint:SHA-256 "
                        + digest(255, -1).toLowerCase(Locale.ROOT)
                        + "\nv=0\na=fingerprint:"
                        + PRINT_A
                        + "\nA=FINGERPRINT:"
                        + PRINT_A
                        + "  \n";

        assertThat(key.sealMatches(CONTEXT, other, seal)).isTrue();
    }

    private static MediaKey media(String secret) {
        return RoomKeys.derive(RoomSecret.parse(secret).orElseThrow(), ROOM).media();
    }

    private static String digest(int first, int step) {
        return IntStream.range(0, 32)
                .mapToObj(i -> String.format("%02X", first + step * i))
                .reduce((a, b) -> a + ":" + b)
                .orElseThrow();
    }
}
