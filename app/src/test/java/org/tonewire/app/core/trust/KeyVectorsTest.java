package org.tonewire.app.core.trust;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.tonewire.app.core.invite.RoomSecret;
import org.tonewire.signaling.protocol.ParticipantId;
import org.tonewire.signaling.protocol.RoomName;

/// The vectors in `docs/PROTOCOL.md` were made by another program; see the section itself.
class KeyVectorsTest {
    private static final String HEADING = "## Test vectors";

    @Test
    void keysAreThoseOfTheProtocolsVectors() throws IOException {
        List<List<String>> rows = ProtocolTable.rows(HEADING, "secret");

        assertThat(rows).hasSizeGreaterThanOrEqualTo(3);
        for (List<String> row : rows) {
            RoomKeys keys = keys(row.get(0), row.get(1));
            assertThat(keys.access().base64Url()).as("access key of %s", row).isEqualTo(row.get(2));
            assertThat(base64Url(bytesOf(keys.media())))
                    .as("media key of %s", row)
                    .isEqualTo(row.get(3));
        }
    }

    @Test
    void sealsAreThoseOfTheProtocolsVectors() throws IOException {
        List<String> key = ProtocolTable.rows(HEADING, "secret").getFirst();
        List<List<String>> rows = ProtocolTable.rows(HEADING, "kind");
        RoomName room = new RoomName(key.get(1));

        assertThat(rows).hasSizeGreaterThanOrEqualTo(3);
        for (List<String> row : rows) {
            MediaKey media = keys(key.get(0), key.get(1)).media();
            SealContext context =
                    new SealContext(
                            SealContext.Kind.valueOf(row.get(0).toUpperCase(Locale.ROOT)),
                            room,
                            new ParticipantId(row.get(1)),
                            new ParticipantId(row.get(2)));
            String sdp = description(row.get(3));
            assertThat(media.seal(context, sdp)).as("seal of %s", row).isEqualTo(row.get(4));
            assertThat(media.sealMatches(context, sdp, row.get(4))).as("fit of %s", row).isTrue();
        }
    }

    @Test
    void theSameNameInAnotherSpellingOfUnicodeHasTheSameKeys() {
        RoomKeys composed = keys("AAECAwQFBgcICQoLDA0ODw", "Jazz \u00dcbung 7");
        RoomKeys decomposed = keys("AAECAwQFBgcICQoLDA0ODw", "Jazz U\u0308bung 7");

        assertThat(decomposed.access()).isEqualTo(composed.access());
        assertThat(bytesOf(decomposed.media())).isEqualTo(bytesOf(composed.media()));
    }

    @Test
    void anotherRoomOrSecretHasOtherKeys() {
        RoomKeys one = keys("AAECAwQFBgcICQoLDA0ODw", "studio");

        for (RoomKeys other :
                List.of(
                        keys("AAECAwQFBgcICQoLDA0ODw", "studio2"),
                        keys("AAECAwQFBgcICQoLDA0ODg", "studio"))) {
            assertThat(other.access()).isNotEqualTo(one.access());
            assertThat(bytesOf(other.media())).isNotEqualTo(bytesOf(one.media()));
        }
    }

    private static RoomKeys keys(String secret, String room) {
        return RoomKeys.derive(RoomSecret.parse(secret).orElseThrow(), new RoomName(room));
    }

    /// `A` and `B` of the table's text, as a description names them.
    private static String description(String fingerprints) {
        return Arrays.stream(fingerprints.split(" \\+ "))
                .map(letter -> letter.equals("A") ? SealTest.PRINT_A : SealTest.PRINT_B)
                .map(print -> "a=fingerprint:" + print + "\r\n")
                .collect(Collectors.joining());
    }

    private static String base64Url(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /// The media key tells its bytes to nobody, so the test has to look inside.
    private static byte[] bytesOf(MediaKey key) {
        try {
            Field field = MediaKey.class.getDeclaredField("key");
            field.setAccessible(true);
            return ((SecretKeySpec) field.get(key)).getEncoded();
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("the media key has changed its shape", e);
        }
    }
}
