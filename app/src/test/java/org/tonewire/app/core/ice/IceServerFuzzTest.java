package org.tonewire.app.core.ice;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;
import org.tonewire.app.core.link.IceServer;

/// Whatever address and login a server has, native code gets plain ASCII that can be no format of
/// `printf`, and is checked again with the same outcome; what is shown of it is one short line. The
/// input is an address, a user name and a password, with line breaks between them.
final class IceServerFuzzTest {
    private static final int MAX_SHOWN = 81;

    @MethodSource("servers")
    @FuzzTest
    void everyServerIsPlainOrRefused(byte[] utf8) {
        String[] parts = new String(utf8, StandardCharsets.UTF_8).split("\n", 3);
        Optional<IceServer.Login> login =
                parts.length < 3
                        ? Optional.empty()
                        : Optional.of(new IceServer.Login(parts[1], parts[2]));
        IceServer server = new IceServer(parts[0], login);

        if (IceServerCheck.of(server) instanceof IceServerCheck.Usable(IceServer usable)) {
            assertThat(usable.uri())
                    .matches("(stun|turn)s?:[\\[\\]A-Za-z0-9_.:-]+(\\?transport=(udp|tcp))?");
            assertThat(IceServerCheck.of(usable)).isEqualTo(new IceServerCheck.Usable(usable));
        }
        String shown = ShownServer.of(server);
        assertThat(shown.codePointCount(0, shown.length())).isLessThanOrEqualTo(MAX_SHOWN);
        assertThat(shown).doesNotContain("\n", "\0", "\u202e");
    }

    static Stream<byte[]> servers() {
        return Stream.of(
                        "stun:stun.example.org",
                        "TURNS:[2001:db8::1]:05349?transport=tcp\nann\nsecret",
                        "turn:ann:secret@example.org:3478\nann\n%n\uD83C\uDFB5")
                .map(server -> server.getBytes(StandardCharsets.UTF_8));
    }
}
