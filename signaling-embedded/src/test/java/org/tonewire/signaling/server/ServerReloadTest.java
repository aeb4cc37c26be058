package org.tonewire.signaling.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tonewire.signaling.server.TestServer.key;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tonewire.signaling.protocol.RefusalReason;
import org.tonewire.signaling.protocol.ServerMessage;
import org.tonewire.signaling.protocol.WebOrigin;
import org.tonewire.signaling.server.SignalingServerConfig.RoomOpening;
import org.tonewire.signaling.server.http.Access;
import org.tonewire.signaling.server.limit.ServerLimits;
import org.tonewire.signaling.tls.CertificateFingerprint;
import org.tonewire.signaling.tls.ServerIdentity;
import org.tonewire.signaling.tls.TlsSource;

/// A running server that reads its certificate and options again.
final class ServerReloadTest {
    @TempDir Path folder;

    @AfterEach
    void noThreadSurvives() {
        Waiting.untilNoServerThreadLives();
    }

    @Test
    void aRenewedCertificateIsShownToNewConnectionsAndOthersStay() throws Exception {
        CertificateFingerprint old = write("old");
        try (SignalingServer server = TestServer.started(config());
                TestClient ann = connect(server, old)) {
            ann.open("Ann", key(1));
            CertificateFingerprint renewed = write("renewed");

            assertThat(server.reload(config())).isEmpty();

            assertThat(server.certificateFingerprint()).contains(renewed);
            try (TestClient bob = connect(server, renewed)) {
                bob.join("Bob", key(1)).next(ServerMessage.Joined.class);
                assertThat(ann.next()).isInstanceOf(ServerMessage.ParticipantJoined.class);
            }
        }
    }

    @Test
    void aBrokenCertificateIsNamedAndTheOldOneStays() throws Exception {
        CertificateFingerprint old = write("old");
        try (SignalingServer server = TestServer.started(config())) {
            Files.writeString(file(), "nothing");

            assertThat(server.reload(config())).contains(file().toString());

            try (TestClient ann = connect(server, old)) {
                ann.open("Ann", key(1));
            }
            assertThat(server.certificateFingerprint()).contains(old);
        }
    }

    @Test
    void theServersOwnCertificateIsNotMadeAgain() throws Exception {
        TlsSource own = new TlsSource.SelfSigned(folder.resolve("own"));
        try (SignalingServer server = TestServer.started(config(own, Access.OPEN, 9))) {
            var before = server.certificateFingerprint();
            Files.delete(folder.resolve("own/server-identity.pem"));

            assertThat(server.reload(config(own, Access.OPEN, 9))).isEmpty();

            assertThat(server.certificateFingerprint()).isEqualTo(before);
        }
    }

    @Test
    void accessAndLimitsHoldForNewConnections() throws Exception {
        TlsSource none = new TlsSource.None();
        try (SignalingServer server = TestServer.started(config(none, Access.OPEN, 9))) {
            assertThat(RawClient.handshake(server.port(), "/")).isEqualTo(101);
            Access narrow =
                    new Access(
                            Optional.of("secret"), Set.of(new WebOrigin("https://good.example")));

            assertThat(server.reload(config(none, narrow, 0))).isEmpty();

            assertThat(RawClient.handshake(server.port(), "/")).isEqualTo(401);
            assertThat(RawClient.handshake(server.port(), "/?token=secret")).isEqualTo(101);
            assertThat(
                            RawClient.handshake(
                                    server.port(),
                                    "/?token=secret",
                                    "Origin",
                                    "https://evil.example"))
                    .isEqualTo(403);
            try (TestClient ann = TestClient.connect(uri("ws", server))) {
                assertThat(ann.join("Ann", key(1)).next(ServerMessage.Refused.class).reason())
                        .isEqualTo(RefusalReason.NO_SUCH_ROOM);
            }
        }
    }

    @Test
    void filesThatChangeAreReadOnceTheyAreWhole() throws Exception {
        write("old");
        Path target = Files.writeString(folder.resolve("target.pem"), "a renewed one");
        List<TlsSource> read = new ArrayList<>();
        CertificateWatch watch = new CertificateWatch(files(), read::add);

        watch.look();
        watch.look();
        assertThat(read).isEmpty();

        Files.writeString(file(), "half");
        watch.look();
        Files.writeString(file(), "half and half");
        watch.look();
        assertThat(read).isEmpty();
        watch.look();
        watch.look();
        assertThat(read).containsExactly(files());

        Files.delete(file());
        Files.createSymbolicLink(file(), target);
        watch.look();
        watch.look();
        assertThat(read).hasSize(2);
    }

    /// Puts a new certificate and its key into the file.
    private CertificateFingerprint write(String name) throws Exception {
        Path own = folder.resolve(name);
        CertificateFingerprint fingerprint =
                ServerIdentity.load(new TlsSource.SelfSigned(own)).orElseThrow().fingerprint();
        Files.write(file(), Files.readAllBytes(own.resolve("server-identity.pem")));
        return fingerprint;
    }

    private Path file() {
        return folder.resolve("certificate.pem");
    }

    private TlsSource.PemFiles files() {
        return new TlsSource.PemFiles(file(), file());
    }

    private SignalingServerConfig config() {
        return config(files(), Access.OPEN, 9);
    }

    private static SignalingServerConfig config(TlsSource tls, Access access, int rooms) {
        return new SignalingServerConfig(
                        "127.0.0.1",
                        List.of(
                                new Listener(
                                        0,
                                        tls instanceof TlsSource.None
                                                ? Listener.Transport.PLAIN
                                                : Listener.Transport.BOTH)),
                        tls,
                        ServerLimits.DEFAULT.with(ServerLimits.DEFAULT.rooms().withMaxRooms(rooms)),
                        RoomOpening.BY_CLIENTS)
                .with(ServerFeatures.NONE.with(access));
    }

    private static TestClient connect(SignalingServer server, CertificateFingerprint pin)
            throws GeneralSecurityException {
        return TestClient.connect(uri("wss", server), PinnedTls.context(pin));
    }

    private static URI uri(String scheme, SignalingServer server) {
        return URI.create(scheme + "://127.0.0.1:" + server.port() + "/api/v1/signal");
    }
}
