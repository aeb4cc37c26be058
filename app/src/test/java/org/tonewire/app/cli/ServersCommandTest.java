package org.tonewire.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tonewire.app.core.host.ServerAddress;
import org.tonewire.app.core.invite.CertificatePin;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.core.problem.Reason;
import org.tonewire.app.fake.FakeServerStore;
import org.tonewire.app.shell.server.KnownServer;
import org.tonewire.app.shell.server.ServerStore;

/// `tonewire servers`: what it lists and forgets.
final class ServersCommandTest {
    private static final CertificatePin PIN = CertificatePin.of(new byte[32]);
    private static final Instant NOON = Instant.parse("2026-11-30T12:00:00Z");

    private final FakeServerStore store = new FakeServerStore();
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @Test
    void itListsTheServersWithTheirFingerprintsAndWithoutTheirTokens() {
        know(server("b.example:5509").pinned(PIN).showing("s3cret"));
        know(server("a.example"));

        assertThat(run()).isEqualTo(ExitCode.DONE.number());
        assertThat(lines())
                .containsExactly(
                        "a.example:443: its certificate is trusted by the system; used last on"
                                + " 2026-11-30",
                        "b.example:5509: fingerprint "
                                + PIN.text()
                                + "; used last on 2026-11-30; with a token");
    }

    @Test
    void programsGetAnObjectForEachServer() {
        know(server("b.example:5509").pinned(PIN).showing("s3cret"));
        know(server("a.example"));

        assertThat(run("--json")).isEqualTo(ExitCode.DONE.number());
        assertThat(lines())
                .containsExactly(
                        "{\"event\":\"server\",\"server\":\"a.example:443\",\"token\":false,"
                                + "\"lastUsed\":\"2026-11-30T12:00:00Z\"}",
                        "{\"event\":\"server\",\"server\":\"b.example:5509\",\"fingerprint\":\""
                                + PIN.text()
                                + "\",\"token\":true,\"lastUsed\":\"2026-11-30T12:00:00Z\"}");
    }

    @Test
    void whereNoneIsKnownItSaysSo() {
        assertThat(run()).isEqualTo(ExitCode.DONE.number());
        assertThat(lines())
                .containsExactly("No servers are known: you have opened no room on one.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://b.example:5509", "B.example:5509", "wss://b.example:5509/"})
    void aServerIsForgotten(String address) {
        know(server("b.example:5509").pinned(PIN));
        know(server("b.example"));

        assertThat(run("--json", "--forget", address)).isEqualTo(ExitCode.DONE.number());
        assertThat(lines())
                .containsExactly("{\"event\":\"server-forgotten\",\"server\":\"b.example:5509\"}");
        assertThat(store.load())
                .extracting(known -> known.address().authority())
                .containsExactly("b.example:443");
    }

    @Test
    void aServerThatIsNotKnownIsNotForgotten() {
        know(server("b.example:5509"));

        assertThat(run("--forget=b.example")).isEqualTo(ExitCode.REFUSED.number());
        assertThat(lines())
                .containsExactly(
                        "The server b.example:443 is not known on this computer. “tonewire"
                                + " servers” lists those that are.");
        assertThat(run("--forget=b.example#f=half")).isEqualTo(ExitCode.USAGE.number());
        assertThat(store.load()).hasSize(1);
    }

    @Test
    void aBrokenFileIsSaid() {
        store.problem(new Problem(Reason.SET_ASIDE, "servers.json.broken-1"));
        run("--json");

        assertThat(lines()).singleElement().asString().contains("servers.json.broken-1");
    }

    private void know(ServerAddress server) {
        store.save(new KnownServer(server, NOON));
    }

    private static ServerAddress server(String address) {
        return ServerAddress.parse(address).orElseThrow();
    }

    private List<String> lines() {
        return said.toString(StandardCharsets.UTF_8).lines().toList();
    }

    private int run(String... options) {
        List<String> arguments = new ArrayList<>(List.of("servers"));
        arguments.addAll(List.of(options));
        return TonewireCommand.run(arguments, new ServersOnly(), _ -> ExitCode.FAILED);
    }

    private final class ServersOnly implements BareServices {
        @Override
        public Streams streams() {
            PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
            return new Streams(InputStream.nullInputStream(), out, out);
        }

        @Override
        public ServerStore knownServers() {
            return store;
        }
    }
}
