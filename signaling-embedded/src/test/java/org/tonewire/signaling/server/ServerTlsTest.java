package org.tonewire.signaling.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tonewire.signaling.server.TestServer.key;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tonewire.signaling.protocol.ServerMessage;
import org.tonewire.signaling.server.SignalingServerConfig.RoomOpening;
import org.tonewire.signaling.server.StartOutcome.Reason;
import org.tonewire.signaling.server.limit.ServerLimits;
import org.tonewire.signaling.tls.CertificateFingerprint;
import org.tonewire.signaling.tls.TlsSource;

/// Certificates, ports, and TLS beside plain text.
final class ServerTlsTest {
    @TempDir Path folder;

    @AfterEach
    void noThreadSurvives() {
        Waiting.untilNoServerThreadLives();
    }

    @Test
    void tlsAndPlainTextShareOnePort() throws Exception {
        try (SignalingServer server = TestServer.started(config(0));
                TestClient ann = TestClient.connect(uri("ws", server));
                TestClient bob =
                        TestClient.connect(
                                uri("wss", server),
                                PinnedTls.context(server.certificateFingerprint().orElseThrow()))) {
            ann.open("Ann", key(1));
            bob.join("Bob", key(1)).next(ServerMessage.Joined.class);

            assertThat(ann.next()).isInstanceOf(ServerMessage.ParticipantJoined.class);
        }
    }

    @Test
    @Tag("posix")
    void theCertificateIsStoredAndOnlyItsOwnerMayReadIt() throws Exception {
        var first = fingerprintOfAStart();

        assertThat(fingerprintOfAStart()).isEqualTo(first);
        assertThat(first.hex()).matches("[0-9a-f]{64}");
        Path file = folder.resolve("tls/server-identity.pem");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        try (var files = Files.list(file.getParent())) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void theStoredFileCanBeUsedAsPemFiles() {
        var made = fingerprintOfAStart();
        Path file = folder.resolve("tls/server-identity.pem");

        try (SignalingServer server =
                TestServer.started(config(0, new TlsSource.PemFiles(file, file)))) {
            assertThat(server.certificateFingerprint()).contains(made);
        }
    }

    @Test
    void aDamagedCertificateIsNamed() throws Exception {
        Path file = Files.writeString(folder.resolve("cert.pem"), "nothing");

        assertThat(SignalingServer.start(config(0, new TlsSource.PemFiles(file, file))))
                .isEqualTo(new StartOutcome.Failed(Reason.CERTIFICATE_UNUSABLE, file.toString()));
    }

    @Test
    void aPortInUseIsNamed() {
        try (SignalingServer server = TestServer.started(config(0))) {
            int port = server.port();

            assertThat(SignalingServer.start(config(port)))
                    .isEqualTo(new StartOutcome.Failed(Reason.PORT_IN_USE, String.valueOf(port)));
        }
    }

    @Test
    void anAddressOfAnotherMachineIsNamed() {
        SignalingServerConfig config =
                new SignalingServerConfig(
                        "192.0.2.1",
                        List.of(new Listener(0, Listener.Transport.PLAIN)),
                        new TlsSource.None(),
                        ServerLimits.DEFAULT,
                        RoomOpening.BY_CLIENTS);

        assertThat(SignalingServer.start(config))
                .isInstanceOfSatisfying(
                        StartOutcome.Failed.class,
                        failed ->
                                assertThat(failed.reason())
                                        .isEqualTo(Reason.ADDRESS_NOT_AVAILABLE));
    }

    private CertificateFingerprint fingerprintOfAStart() {
        try (SignalingServer server = TestServer.started(config(0))) {
            return server.certificateFingerprint().orElseThrow();
        }
    }

    private SignalingServerConfig config(int port) {
        return config(port, new TlsSource.SelfSigned(folder.resolve("tls")));
    }

    private static SignalingServerConfig config(int port, TlsSource tls) {
        return new SignalingServerConfig(
                "127.0.0.1",
                List.of(new Listener(port, Listener.Transport.BOTH)),
                tls,
                ServerLimits.DEFAULT,
                RoomOpening.BY_CLIENTS);
    }

    private static URI uri(String scheme, SignalingServer server) {
        return URI.create(scheme + "://127.0.0.1:" + server.port() + "/api/v1/signal");
    }
}
