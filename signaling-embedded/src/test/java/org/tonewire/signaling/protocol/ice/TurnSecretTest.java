package org.tonewire.signaling.protocol.ice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The vectors were made by `printf %s USER | openssl dgst -sha1 -hmac SECRET -binary | base64`.
final class TurnSecretTest {
    @ParameterizedTest
    @CsvSource({
        "north,1796054400,ann,1796054400:ann,5w+5aqNDpTW6sQPQFqwzo3cGOgQ=",
        "Ünï secret with blanks,1796054400,Zt1_8sLk2WbE,1796054400:Zt1_8sLk2WbE,"
                + "6yRE7Ptu++xQ4Acd76PdcHEky+w=",
    })
    void aLoginIsThatOfTheScheme(
            String secret, long until, String id, String username, String credential) {
        assertThat(secret(secret).login(id, Instant.ofEpochSecond(until)))
                .isEqualTo(new NamedIceServer.Login(username, credential));
    }

    @Test
    void aSecretThatIsLongerThanABlockIsHashedFirst() {
        assertThat(secret("k".repeat(100)).login("x", Instant.ofEpochSecond(1)).credential())
                .isEqualTo("/MwKtMQe7zK7l9wqUIPu/geYCBA=");
    }

    @Test
    void blanksAndTheLineBreakOfAFileDoNotCount() {
        assertThat(secret(" north \r\n")).isEqualTo(secret("north"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \n", "two\nlines", "a\0b"})
    void whatIsNoLineOfTextIsNoSecret(String text) {
        assertThat(TurnSecret.parse(text)).isEmpty();
        assertThat(TurnSecret.parse("x".repeat(1025))).isEmpty();
    }

    @Test
    void nothingShowsTheSecret() {
        TurnSecret secret = secret("north");
        assertThat(secret).asString().doesNotContain("north");
        assertThat(secret.login("ann", Instant.EPOCH))
                .asString()
                .contains("0:ann")
                .doesNotContain("=");
    }

    private static TurnSecret secret(String text) {
        return TurnSecret.parse(text).orElseThrow();
    }
}
