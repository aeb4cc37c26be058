package org.tonewire.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tonewire.app.core.host.ServerLimit;
import org.tonewire.app.core.host.ServerRequest;
import org.tonewire.app.core.host.ServerRequest.ListenPort;
import picocli.CommandLine;

final class ServerOptionsTest {
    private static final String FILE =
            """
            listen = 8000, wss:8765 \t
            # für alle
            host = 127.0.0.1  \t
            room-token = geheim ü
            allow-origin = https://a.example , https://b.example
            limit = sockets = 9 , rooms=5
            log-level = warning \t
            json = true \t
            tls-cert = C:\\certs\\new\\users.pem
            tls-key = D:\\\\keys\\\\key.pem \t
            messages = \t
            """;

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
                .extracting(String::valueOf)
                .containsExactlyInAnyOrder("https://a.example", "https://b.example");
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

    @ParameterizedTest
    @CsvSource({
        "https://example.org/, https://example.org",
        "HTTPS://Example.ORG:443, https://example.org",
        "http://example.org:80/, http://example.org",
        "' https://example.org ', https://example.org",
        "https://example.org:8443, https://example.org:8443",
        "http://[::1]:3000/, http://[::1]:3000",
        "https://bücher.example, https://xn--bcher-kva.example",
        "chrome-extension://abcdef, chrome-extension://abcdef",
        "null, 'null'",
    })
    void anOriginIsWrittenAsBrowsersSendIt(String written, String origin) {
        ServerOptions options = parse("--allow-origin", written);

        assertThat(options.problem()).isEmpty();
        assertThat(options.request().rules().origins())
                .extracting(String::valueOf)
                .containsExactly(origin);
    }

    @ParameterizedTest
    @CsvSource({
        "example.org, https://example.org",
        "localhost:3000, http://",
        "*, leave --allow-origin out",
        "https://*.example.org, one host",
        "https://example.org/page, without a path",
        "https://example.org?x=1, without a path",
        "https://ann@example.org, without a user",
        "https://example.org:0, port",
        "https://example.org:99999, port",
        "https://, host",
        "https://exa mple.org, host",
        "wss://example.org, https://example.org",
        "file:///home/ann/page.html, null",
        "htps://example.org, http",
    })
    void anOriginThatCanNeverMatchIsRefused(String written, String hint) {
        assertThatThrownBy(() -> parse("--allow-origin", written))
                .isInstanceOf(CommandLine.ParameterException.class)
                .hasMessageContainingAll("--allow-origin", written, hint);
    }

    @ParameterizedTest
    @CsvSource({
        "UTF-8, mark, CRLF",
        "UTF-16LE, mark, CRLF",
        "UTF-16BE, mark, LF",
        "UTF-8, none, LF",
        "windows-1252, none, CRLF",
    })
    void aFileOfAnyEditorIsRead(String charset, String mark, String lineEnd) throws IOException {
        String lines = lineEnd.equals("CRLF") ? FILE.replace("\n", "\r\n") : FILE;
        String written = (mark.equals("mark") ? "\uFEFF" : "") + lines;
        Path file = folder.resolve("server.properties");
        Files.write(file, written.getBytes(Charset.forName(charset)));

        ServerOptions options = parse("--config", file.toString());

        ServerRequest request = options.request();
        assertThat(options.problem()).isEmpty();
        assertThat(request.ports())
                .containsExactly(new ListenPort(8000, false), new ListenPort(8765, true));
        assertThat(request.host()).isEqualTo("127.0.0.1");
        assertThat(request.rules().roomToken()).contains("geheim ü");
        assertThat(request.rules().origins()).hasSize(2);
        assertThat(request.rules().limits())
                .isEqualTo(Map.of(ServerLimit.SOCKETS, 9, ServerLimit.ROOMS, 5));
        assertThat(request.rules().files().messages()).isEmpty();
        assertThat(options.logLevel()).isEqualTo(LogLevel.WARNING);
        assertThat(options.isJson()).isTrue();
        assertThat(request.certificate())
                .contains(
                        new ServerRequest.CertificateFiles(
                                Path.of("C:\\certs\\new\\users.pem"),
                                Path.of("D:\\keys\\key.pem")));
    }

    @Test
    void anEmptyRoomTokenIsRefusedAndNotTakenForNone() throws IOException {
        assertThat(parse("--room-token", " ").problem())
                .hasValueSatisfying(
                        problem -> assertThat(problem).contains("--room-token is empty"));
        assertThat(parse("--config", file("room-token =\n").toString()).problem())
                .hasValueSatisfying(
                        problem -> assertThat(problem).contains("--room-token is empty"));
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
