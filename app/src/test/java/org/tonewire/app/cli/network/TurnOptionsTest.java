package org.tonewire.app.cli.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tonewire.app.cli.ServerOptions;
import org.tonewire.signaling.protocol.ice.IceAddress;
import org.tonewire.signaling.protocol.ice.IceService;
import org.tonewire.signaling.protocol.ice.TurnSecret;
import picocli.CommandLine;

/// `--turn` and what belongs to it.
final class TurnOptionsTest {
    @TempDir private Path folder;

    @Test
    void serversAreNamedWithTheSecretOfTheFile() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), "north\n");
        ServerOptions options =
                parse(
                        "--turn",
                        "turn:a.example:3478?transport=udp",
                        "--turn",
                        "STUN:b.example,turns:a.example",
                        "--turn-secret-file",
                        secret.toString(),
                        "--turn-ttl",
                        "90m");

        assertThat(options.problem()).isEmpty();
        IceService service = options.request().rules().ice();
        assertThat(service.addresses())
                .extracting(IceAddress.Parsed::uri)
                .containsExactly(
                        "turn:a.example:3478?transport=udp", "stun:b.example", "turns:a.example");
        assertThat(service.secret()).isEqualTo(TurnSecret.parse("north"));
        assertThat(service.lifetime()).isEqualTo(Duration.ofMinutes(90));
        assertThat(options.request()).asString().doesNotContain("north");
    }

    @Test
    void theOptionsMayBeInAFile() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), "north");
        Path file =
                Files.writeString(
                        folder.resolve("server.properties"),
                        """
                        turn = turn:a.example:3478?transport=udp , turn:a.example:3478?transport=tcp
                        turn-secret-file = %s
                        trusted-proxy = 127.0.0.1, 10.0.0.0/8
                        """
                                .formatted(secret));

        ServerOptions options = parse("--config", file.toString());

        assertThat(options.problem()).isEmpty();
        assertThat(options.request().rules().ice().addresses()).hasSize(2);
        assertThat(options.request().rules().ice().lifetime()).isEqualTo(Duration.ofHours(12));
        assertThat(options.request().rules().proxies())
                .extracting(String::valueOf)
                .containsExactlyInAnyOrder("127.0.0.1/32", "10.0.0.0/8");
    }

    @Test
    void withoutTheOptionsNoServersAreNamed() {
        assertThat(parse().request().rules().ice()).isEqualTo(IceService.NONE);
        assertThat(parse("--turn", "stun:b.example").problem()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "turn.example.org,begins with turn:",
        "https://turn.example.org,begins with turn:",
        "turn:,no host",
        "turn:999.1.1.1,no host",
        "turn:a.example:0,a port is from 1 to 65535",
        "turn:a.example:99999,a port is from 1 to 65535",
        "turn:a.example?transport=tls,?transport=udp or ?transport=tcp",
        "stun:a.example?transport=udp,a STUN server nothing",
    })
    void anAddressThatCannotBeUsedIsRefusedWithItsReason(String address, String why) {
        assertThatThrownBy(() -> parse("--turn", address))
                .isInstanceOf(CommandLine.ParameterException.class)
                .hasMessageContainingAll("--turn", address, why);
    }

    @Test
    void aPasswordInAnAddressIsNotShown() {
        assertThatThrownBy(() -> parse("--turn", "turn:ada:lovelace@turn.example.org"))
                .hasMessageContaining("“turn:…@turn.example.org”")
                .hasMessageNotContaining("lovelace");
    }

    @ParameterizedTest
    @ValueSource(strings = {"9s", "8d", "12", "1.5h", "-1h", "h", "99999999h", ""})
    void aLifetimeThatIsNoneIsRefused(String written) {
        assertThatThrownBy(() -> parse("--turn-ttl", written))
                .isInstanceOf(CommandLine.ParameterException.class)
                .hasMessageContaining("10s to 7d");
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "10.0.0.0/33", "*", "10.0.0"})
    void aNetworkThatIsNoneIsRefused(String written) {
        assertThatThrownBy(() -> parse("--trusted-proxy", written))
                .isInstanceOf(CommandLine.ParameterException.class)
                .hasMessageContainingAll("--trusted-proxy", written, "10.0.0.0/8");
    }

    @Test
    void aTurnServerNeedsASecretInAFileOrAVariable() throws IOException {
        assertThat(wrong("--turn", "turn:a.example"))
                .contains("--turn-secret-file", "TONEWIRE_TURN_SECRET");
        assertThat(meaning(Optional.of("north"), "--turn", "turn:a.example"))
                .isEqualTo(
                        new TurnOptions.Meaning.Usable(
                                new IceService(
                                        List.of(
                                                (IceAddress.Parsed)
                                                        IceAddress.parse("turn:a.example")),
                                        TurnSecret.parse("north"),
                                        IceService.USUAL_LIFETIME)));
        assertThat(meaning(Optional.of(" "), "--turn", "turn:a.example"))
                .asString()
                .contains("TONEWIRE_TURN_SECRET has no secret");
        Path none = folder.resolve("none");
        assertThat(wrong("--turn", "turn:a.example", "--turn-secret-file", none.toString()))
                .contains("cannot read " + none);
        Path empty = Files.writeString(folder.resolve("empty"), "\n");
        assertThat(wrong("--turn", "turn:a.example", "--turn-secret-file", empty.toString()))
                .contains(empty + " has no secret");
        Path long_ = Files.writeString(folder.resolve("long"), "x".repeat(5000));
        assertThat(wrong("--turn", "turn:a.example", "--turn-secret-file", long_.toString()))
                .contains("too long");
        assertThat(wrong("--turn", "stun:a.example", "--turn-secret-file", empty.toString()))
                .contains("add --turn");
        assertThat(wrong("--turn", "stun:a.example,".repeat(9) + "stun:a.example"))
                .contains("more than 8");
    }

    private static String wrong(String... arguments) {
        return ((TurnOptions.Meaning.Wrong) meaning(Optional.empty(), arguments)).why();
    }

    private static TurnOptions.Meaning meaning(Optional<String> variable, String... arguments) {
        TurnOptions options = new TurnOptions();
        var _ = new CommandLine(options).parseArgs(arguments);
        return options.meaning(variable);
    }

    private static ServerOptions parse(String... arguments) {
        ServerOptions options = new ServerOptions();
        var _ =
                new CommandLine(options)
                        .setCaseInsensitiveEnumValuesAllowed(true)
                        .parseArgs(arguments);
        return options.withFile(List.of(arguments));
    }
}
