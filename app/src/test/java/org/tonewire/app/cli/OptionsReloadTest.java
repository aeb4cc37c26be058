package org.tonewire.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tonewire.app.core.host.RunningServer;
import org.tonewire.app.core.host.ServerRequest;
import org.tonewire.app.core.invite.CertificatePin;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.core.problem.Reason;
import picocli.CommandLine;

/// A server that is told by a signal to read its options again.
final class OptionsReloadTest {
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final List<ServerRequest> taken = new ArrayList<>();
    private final List<LogLevel> levels = new ArrayList<>();
    private Optional<Problem> certificate = Optional.empty();
    private ServerOptions begun = new ServerOptions();

    @TempDir private Path folder;

    @BeforeEach
    void begin() throws IOException {
        write("listen = 8000\nroom-token = old\n");
        begun = read();
    }

    @Test
    void aChangedFileIsTaken() throws IOException {
        write("listen = 8000\nroom-token = new\nlog-level = debug\n");

        reload();

        assertThat(taken)
                .map(request -> request.rules().roomToken().orElse("none"))
                .containsExactly("new");
        assertThat(levels).containsExactly(LogLevel.DEBUG);
        assertThat(said()).contains("read again").doesNotContain("another start");
    }

    @Test
    void whatNeedsAnotherStartIsNamed() throws IOException {
        write("listen = 8001\nhost = 127.0.0.1\nroom-token = old\n");

        reload();

        assertThat(said()).contains("another start", "listen, host");
    }

    @Test
    void wrongOptionsChangeNothing() throws IOException {
        write("listen = 8000\nallow-origin = example.org\nlog-level = debug\n");
        reload();
        write("listen = 8000\ntls-cert = only.pem\n");
        reload();
        Files.delete(folder.resolve("server.properties"));
        reload();

        assertThat(taken).isEmpty();
        assertThat(levels).isEmpty();
        assertThat(said().lines()).hasSize(3).allMatch(line -> line.contains("not read again"));
        assertThat(said()).contains("--allow-origin", "--tls-key", "cannot read");
    }

    @Test
    void aCertificateThatCannotBeUsedIsSaid() {
        certificate = Optional.of(new Problem(Reason.CERTIFICATE_UNUSABLE, "chain.pem"));

        reload();

        assertThat(said()).contains("chain.pem");
    }

    private void reload() {
        CommandContext context = new CommandContext(new Services(), _ -> ExitCode.DONE);
        new OptionsReload(context, this::read, new Server(), begun).run();
    }

    private ServerOptions read() {
        ServerOptions options = new ServerOptions();
        String[] arguments = {"--config", file().toString()};
        var _ =
                new CommandLine(options)
                        .setCaseInsensitiveEnumValuesAllowed(true)
                        .parseArgs(arguments);
        return options.withFile(List.of(arguments));
    }

    private void write(String text) throws IOException {
        Files.writeString(file(), text);
    }

    private Path file() {
        return folder.resolve("server.properties");
    }

    private String said() {
        return said.toString(StandardCharsets.UTF_8);
    }

    private final class Server implements RunningServer {
        @Override
        public List<Integer> ports() {
            return List.of(8000);
        }

        @Override
        public CertificatePin pin() {
            return CertificatePin.of(new byte[32]);
        }

        @Override
        public Optional<Problem> certificateProblem() {
            return Optional.empty();
        }

        @Override
        public Optional<Problem> reload(ServerRequest changed) {
            taken.add(changed);
            return certificate;
        }

        @Override
        public void close() {}
    }

    /// Streams, texts and the log alone.
    private final class Services implements BareServices {
        private final PrintStream stream = new PrintStream(said, true, StandardCharsets.UTF_8);

        @Override
        public Streams streams() {
            return new Streams(InputStream.nullInputStream(), stream, stream);
        }

        @Override
        public void logLevel(LogLevel level) {
            levels.add(level);
        }
    }
}
