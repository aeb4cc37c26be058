package org.tonewire.app.core.trust;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Field;
import java.util.Base64;
import java.util.List;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.tonewire.app.core.invite.InviteLink;
import org.tonewire.app.core.invite.RoomSecret;
import org.tonewire.app.core.invite.ServerBinding;
import org.tonewire.signaling.protocol.RoomName;

/// The vectors in `docs/PROTOCOL.md` were made by another program; see the section itself.
class KeyVectorsTest {
    private static final String HEADING = "## Test vectors";
    private static final ServerBinding SERVER = new ServerBinding("address host.example:8443");

    @Test
    void keysAreThoseOfTheProtocolsVectors() throws IOException {
        List<List<String>> rows = ProtocolTable.rows(HEADING, "secret");

        assertThat(rows).hasSizeGreaterThanOrEqualTo(4);
        for (List<String> row : rows) {
            RoomKeys keys = keys(row.get(0), row.get(1));
            assertThat(keys.access(new ServerBinding(row.get(2))).base64Url())
                    .as("access key of %s", row)
                    .isEqualTo(row.get(3));
            assertThat(base64Url(bytesOf(keys.media())))
                    .as("media key of %s", row)
                    .isEqualTo(row.get(4));
        }
    }

    @Test
    void theSameNameInAnotherSpellingOfUnicodeHasTheSameKeys() {
        RoomKeys composed = keys("AAECAwQFBgcICQoLDA0ODw", "Jazz \u00dcbung 7");
        RoomKeys decomposed = keys("AAECAwQFBgcICQoLDA0ODw", "Jazz U\u0308bung 7");

        assertThat(decomposed.access(SERVER)).isEqualTo(composed.access(SERVER));
        assertThat(bytesOf(decomposed.media())).isEqualTo(bytesOf(composed.media()));
    }

    @Test
    void anotherRoomOrSecretHasOtherKeys() {
        RoomKeys one = keys("AAECAwQFBgcICQoLDA0ODw", "studio");

        for (RoomKeys other :
                List.of(
                        keys("AAECAwQFBgcICQoLDA0ODw", "studio2"),
                        keys("AAECAwQFBgcICQoLDA0ODg", "studio"))) {
            assertThat(other.access(SERVER)).isNotEqualTo(one.access(SERVER));
            assertThat(bytesOf(other.media())).isNotEqualTo(bytesOf(one.media()));
        }
    }

    /// So a server that is given the key of a room can do nothing with it at another.
    @Test
    void everyServerHasAnotherAccessKey() {
        RoomKeys keys = keys("AAECAwQFBgcICQoLDA0ODw", "studio");
        String here = "https://host.example:8443/r/studio#k=AAECAwQFBgcICQoLDA0ODw";
        String pin = "&f=7xMaWvWpRTTf0d0mN3oHBWjGcjKTE2FmXtAZ0Q3zvUE";

        assertThat(
                        List.of(
                                        here,
                                        here.replace("8443", "8444"),
                                        here.replace("host", "other"),
                                        here + pin,
                                        here + pin.replace('7', '8'))
                                .stream()
                                .map(link -> keys.access(server(link)).base64Url()))
                .doesNotHaveDuplicates();
        assertThat(keys.access(server(here.replace("host.", "other.") + pin)))
                .as("the same certificate at another address")
                .isEqualTo(keys.access(server(here + pin)));
        assertThat(keys.access(server(here.replace("host.example", "HOST.Example"))))
                .isEqualTo(keys.access(server(here)));
    }

    private static ServerBinding server(String link) {
        return InviteLink.parse(link).orElseThrow().server();
    }

    private static RoomKeys keys(String secret, String room) {
        return RoomKeys.derive(RoomSecret.parse(secret).orElseThrow(), new RoomName(room));
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
