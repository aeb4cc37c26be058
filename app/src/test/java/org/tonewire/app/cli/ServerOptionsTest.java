package org.tonewire.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tonewire.app.core.host.ServerLimit;
import org.tonewire.app.core.host.ServerRequest;
import org.tonewire.app.core.host.ServerRequest.ListenPort;
import picocli.CommandLine;

final class ServerOptionsTest {
    @TempDir private Path folder;

    @Test
    void theServerListensAtSeveralPorts() {
        ServerRequest request =
                parse("--listen", "8000", "--port", "5000", "--listen", "wss:8765").request();

        assertThat(request.ports())
                .containsExactly(
                        new ListenPort(8000, false),
                        new ListenPort(5000, false),
                        new ListenPort(8765, true));
    }

    @Test
    void withoutOptionsTheServerListensAtOnePortEverywhere() {
        ServerRequest request = parse().request();

        assertThat(request.host()).isEqualTo(ServerRequest.EVERYWHERE);
        assertThat(request.ports()).containsExactly(new ListenPort(8443, false));
        assertThat(request.rules().roomToken()).isEmpty();
    }

    @Test
    void everyOptionMayBeInAFile() throws IOException {
        Path file =
                file(
                        """
                        listen = 8000,wss:8765
                        host = 127.0.0.1
                        room-token = secret
                        allow-origin = https://a.example,https://b.example
                        limit = sockets=9,message_bytes=70000
                        log-level = WARNING
                        json = true
                        """);

        ServerOptions options = parse("--config", file.toString());

        ServerRequest request = options.request();
        assertThat(request.host()).isEqualTo("127.0.0.1");
        assertThat(request.ports()).hasSize(2);
        assertThat(request.rules().roomToken()).isEqualTo(Optional.of("secret"));
        assertThat(request.rules().origins())
                .isEqualTo(Set.of("https://a.example", "https://b.example"));
        assertThat(request.rules().limits())
                .isEqualTo(Map.of(ServerLimit.SOCKETS, 9, ServerLimit.MESSAGE_BYTES, 70_000));
        assertThat(options.logLevel()).isEqualTo(LogLevel.WARNING);
        assertThat(options.isJson()).isTrue();
    }

    @Test
    void theCommandLineOutranksTheFile() throws IOException {
        Path file = file("host = 127.0.0.1\nlisten = 1\n");

        ServerRequest request = parse("--config", file.toString(), "--listen", "2").request();

        assertThat(request.host()).isEqualTo("127.0.0.1");
        assertThat(request.ports()).containsExactly(new ListenPort(2, false));
    }

    @Test
    void aFileWithAnUnknownOptionIsRefusedByItsName() throws IOException {
        Path file = file("lissten = 1\n");

        assertThatThrownBy(() -> parse("--config", file.toString()))
                .isInstanceOf(CommandLine.ParameterException.class)
                .hasMessageContaining("no option is called lissten")
                .hasMessageContaining("listen");
        assertThatThrownBy(() -> parse("--config", folder.resolve("none").toString()))
                .hasMessageContaining("cannot read");
    }

    @Test
    void conflictingOptionsAreReported() {
        assertThat(parse("--tls-cert", "x").problem())
                .contains("--tls-cert and --tls-key go together");
        assertThat(parse("--limit", "rooms=0").problem()).contains("a limit is 1 at least");
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("server.properties"), text);
    }

    private static ServerOptions parse(String... arguments) {
        ServerOptions options = new ServerOptions();
        CommandLine line = new CommandLine(options).setCaseInsensitiveEnumValuesAllowed(true);
        var _ = line.parseArgs(arguments);
        return options.withFile(List.of(arguments));
    }
}
