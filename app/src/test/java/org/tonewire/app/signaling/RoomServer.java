package org.tonewire.app.signaling;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.tonewire.app.core.invite.CertificatePin;
import org.tonewire.app.core.invite.Invite;
import org.tonewire.app.core.invite.RoomSecret;
import org.tonewire.app.core.trust.RoomKeys;
import org.tonewire.app.testing.Eventually;
import org.tonewire.signaling.protocol.RoomName;
import org.tonewire.signaling.room.RoomLimits;
import org.tonewire.signaling.room.event.Visibility;
import org.tonewire.signaling.server.Listener;
import org.tonewire.signaling.server.ServerFeatures;
import org.tonewire.signaling.server.SignalingServer;
import org.tonewire.signaling.server.SignalingServerConfig;
import org.tonewire.signaling.server.SignalingServerConfig.RoomOpening;
import org.tonewire.signaling.server.StartOutcome;
import org.tonewire.signaling.server.http.Access;
import org.tonewire.signaling.server.limit.ServerLimits;
import org.tonewire.signaling.server.limit.SocketLimits;
import org.tonewire.signaling.server.limit.SocketTimes;
import org.tonewire.signaling.tls.TlsSource;

/// The real server on loopback, with the room `studio` where it hosts one.
final class RoomServer implements AutoCloseable {
    static final RoomName STUDIO = new RoomName("studio");
    static final RoomSecret SECRET = secret("AAECAwQFBgcICQoLDA0ODw");
    static final RoomKeys KEYS = RoomKeys.derive(SECRET, STUDIO);

    private final SignalingServer server;

    private RoomServer(SignalingServer server) {
        this.server = server;
    }

    static RoomServer hosting(Path folder, int port) {
        return hosting(folder, port, 16);
    }

    static RoomServer hosting(Path folder, int port, int capacity) {
        RoomServer made = start(folder, port, RoomOpening.BY_HOST_ONLY, capacity);
        made.server.openRoom(STUDIO, KEYS.access(made.invite().server()), Visibility.UNLISTED);
        return made;
    }

    static RoomServer forClients(Path folder) {
        return start(folder, 0, RoomOpening.BY_CLIENTS, 16);
    }

    /// @param token for those who open rooms as their owners
    static RoomServer forClients(Path folder, String token) {
        Access access = new Access(Optional.of(token), Set.of());
        return started(
                config(folder, 0, RoomOpening.BY_CLIENTS, 16)
                        .with(ServerFeatures.NONE.with(access)));
    }

    private static RoomServer start(Path folder, int port, RoomOpening opening, int capacity) {
        return started(config(folder, port, opening, capacity));
    }

    private static SignalingServerConfig config(
            Path folder, int port, RoomOpening opening, int capacity) {
        return new SignalingServerConfig(
                "127.0.0.1",
                List.of(new Listener(port, Listener.Transport.BOTH)),
                new TlsSource.SelfSigned(folder),
                new ServerLimits(
                        RoomLimits.DEFAULT.withMaxParticipants(capacity),
                        SocketLimits.DEFAULT,
                        SocketTimes.DEFAULT),
                opening);
    }

    private static RoomServer started(SignalingServerConfig config) {
        StartOutcome outcome = SignalingServer.start(config);
        assertThat(outcome).isInstanceOf(StartOutcome.Started.class);
        return new RoomServer(((StartOutcome.Started) outcome).server());
    }

    static RoomSecret secret(String text) {
        return RoomSecret.parse(text).orElseThrow();
    }

    /// The host gives the room another secret.
    void changeSecret(RoomSecret secret) {
        server.changeKey(STUDIO, RoomKeys.derive(secret, STUDIO).access(invite().server()));
    }

    int port() {
        return server.port();
    }

    Optional<CertificatePin> pin() {
        return server.certificateFingerprint().map(f -> CertificatePin.of(f.bytes()));
    }

    Invite invite() {
        return inviteBy(port());
    }

    /// The invite to the same room through another port.
    Invite inviteBy(int port) {
        return new Invite("127.0.0.1", port, STUDIO, SECRET, pin());
    }

    /// Waits until the server has only that number of sockets (beside the one of this request), so
    /// that it queues messages to the lost client; or until the lost client is back.
    void noticesLossOrResumption(int sockets, BooleanSupplier cameBack) {
        String wanted = "tonewire_sockets " + (sockets + 1) + ".0";
        URI metrics = URI.create("http://127.0.0.1:" + port() + "/metrics");
        HttpRequest request = HttpRequest.newBuilder(metrics).build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            Eventually.holds(
                    () ->
                            cameBack.getAsBoolean()
                                    || http.sendAsync(request, HttpResponse.BodyHandlers.ofString())
                                            .join()
                                            .body()
                                            .contains(wanted),
                    () -> "neither noticed nor back");
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
