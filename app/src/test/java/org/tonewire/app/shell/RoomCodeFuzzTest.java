package org.tonewire.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;
import org.tonewire.app.core.invite.CertificatePin;
import org.tonewire.app.core.invite.InviteLink;
import org.tonewire.signaling.protocol.RoomName;

/// Whatever is typed or scanned for a room in the network, it is an invite with an address that can
/// be called, or nothing; its link reads the same.
final class RoomCodeFuzzTest {
    private static final String CODE = "AAECAwQFBgcICQoLDA0ODw";
    private static final NearbyRoom ROOM =
            new NearbyRoom(
                    new RoomName("Studio B"),
                    "fe80::1",
                    4_433,
                    Optional.of(CertificatePin.of(new byte[32])),
                    Optional.empty());

    @MethodSource("codes")
    @FuzzTest
    void everyCodeIsAnInviteOrNothing(byte[] utf8) {
        ROOM.invite(new String(utf8, StandardCharsets.UTF_8))
                .ifPresent(invite -> {
                    assertThat(invite.signalingAddress().getHost()).isNotBlank();
                    assertThat(InviteLink.parse(invite.link())).contains(invite);
                });
    }

    static Stream<byte[]> codes() {
        return Stream.of(
                        CODE,
                        " " + CODE + "\r\n",
                        "https://[2001:db8::1]:4433/r/%E2%99%AB#k=" + CODE,
                        "TONEWIRE://Radio.example.org:443/r/a%2Fb#k=" + CODE)
                .map(code -> code.getBytes(StandardCharsets.UTF_8));
    }
}
