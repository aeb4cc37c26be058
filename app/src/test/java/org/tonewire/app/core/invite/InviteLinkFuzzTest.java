package org.tonewire.app.core.invite;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/// Whatever is pasted, reading gives an invite or nothing; what is read is written as a link that
/// reads the same.
final class InviteLinkFuzzTest {
    @MethodSource("links")
    @FuzzTest
    void everyInviteComesBackAsItWent(byte[] utf8) {
        InviteLink.parse(new String(utf8, StandardCharsets.UTF_8))
                .ifPresent(invite ->
                        assertThat(InviteLink.parse(InviteLink.format(invite))).contains(invite));
    }

    static Stream<byte[]> links() {
        return Stream.of(
                        "https://10.0.0.1:4433/r/Studio%20B#k=AAECAwQFBgcICQoLDA0ODw"
                                + "&f=AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8"
                                + "&o=AzliGSN_daZPEq6385cjqw",
                        "<tonewire://[fe80::1]/r/%C3%A9#k=AAECAwQFBgcICQoLDA0ODw>.",
                        "(https://radio.example.org/r/a+b#f=&k=AAECAwQFBgcICQoLDA0ODw)")
                .map(link -> link.getBytes(StandardCharsets.UTF_8));
    }
}
