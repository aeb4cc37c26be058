package org.tonewire.app.hosting;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tonewire.app.core.host.HostOutcome;
import org.tonewire.app.core.host.HostRequest;
import org.tonewire.app.core.host.Hosting;
import org.tonewire.app.core.host.RunningServer;
import org.tonewire.app.core.host.ServerOutcome;
import org.tonewire.app.core.host.ServerRequest;
import org.tonewire.app.core.host.ServerRules;
import org.tonewire.app.core.invite.HostText;
import org.tonewire.app.core.invite.Invite;
import org.tonewire.app.core.invite.InviteLink;
import org.tonewire.app.core.invite.RoomSecret;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.core.problem.Reason;
import org.tonewire.app.core.room.SessionEvent;
import org.tonewire.app.core.signaling.JoinRequest;
import org.tonewire.app.core.signaling.SignalingEvent;
import org.tonewire.app.signaling.TyrusSignalingChannel;
import org.tonewire.signaling.protocol.ParticipantName;
import org.tonewire.signaling.protocol.RoomName;

/// Rooms and servers over real sockets, on every loopback address of this computer, IPv6 included
/// where it exists.
@Timeout(300)
class EmbeddedHostTest {
    private static final RoomName STUDIO = new RoomName("studio");

    @TempDir Path folder;

    @Test
    void aRoomCanBeJoinedByIpv4AndIpv6() throws Exception {
        for (String address : loopbackAddresses()) {
            try (Hosting hosting = host(Optional.of(address))) {
                Invite invite = InviteLink.parse(hosting.invite().link()).orElseThrow();
                assertThat(invite.host()).isEqualTo(address);
                joins(invite);
                joins(hosting.localInvite());
                assertThat(page(invite.authority() + "/r/studio")).contains("studio");
            }
        }
    }

    @Test
    void theInviteOpensTheRoom() throws Exception {
        try (Hosting hosting = host(Optional.empty())) {
            Invite invite = hosting.invite();
            assertThat(invite.host()).doesNotContain("%", "[", "]");
            assertThat(InviteLink.parse(invite.link())).contains(invite);
            joins(invite);
        }
    }

    @Test
    void aFolderThatCannotBeWrittenIsToldAndTheRoomOpensAllTheSame() throws Exception {
        Path file = Files.writeString(folder.resolve("home"), "no folder");
        EmbeddedHost host = embedded(file.resolve("certificate"));
        HostRequest request =
                new HostRequest(
                        STUDIO, RoomSecret.random(new SecureRandom()), 0, Optional.of("127.0.0.1"));
        try (Hosting hosting = ((HostOutcome.Started) host.host(request)).hosting()) {
            assertThat(hosting.problems())
                    .containsExactly(
                            new Problem(
                                    Reason.CERTIFICATE_NOT_KEPT,
                                    file.resolve("certificate").toString()));
            joins(hosting.invite());
        }
    }

    @Test
    void anotherAddressCanBeChosenWhileTheRoomIsOpen() {
        try (Hosting hosting = host(Optional.of("studio.example.org"))) {
            assertThat(hosting.addresses()).startsWith("studio.example.org");
            assertThat(hosting.problems()).isEmpty();
            hosting.advertise("192.0.2.7");
            hosting.renew(RoomSecret.random(new SecureRandom()));
            assertThat(hosting.invite().host()).isEqualTo("192.0.2.7");
        }
    }

    @Test
    void aRenewedInviteOpensTheRoomAndTheOneBeforeDoesNot() throws Exception {
        try (Hosting hosting = host(Optional.of("127.0.0.1"))) {
            Invite before = hosting.invite();
            RoomSecret secret = RoomSecret.random(new SecureRandom());

            hosting.happened(new SessionEvent.SecretHandedOver(secret));

            assertThat(hosting.invite()).isEqualTo(before.with(secret));
            assertThat(hosting.localInvite().secret()).isEqualTo(secret);
            assertThat(hosting.invite().owner()).contains(hosting.owner().hash());
            joins(hosting.invite());
            assertThat(firstEvent(before))
                    .isEqualTo(new SignalingEvent.Ended(Problem.of(Reason.WRONG_KEY)));
        }
    }

    @Test
    void aServerListensAtTheGivenAddress() throws Exception {
        for (String address : loopbackAddresses()) {
            for (String written : List.of(address, bracketed(address))) {
                try (RunningServer server = server(written)) {
                    String authority = HostText.withPort(address, server.ports().getFirst());
                    assertThat(page(authority + "/")).contains("Tonewire");
                }
            }
        }
    }

    private static String bracketed(String address) {
        return address.contains(":") ? "[" + address + "]" : address;
    }

    private Hosting host(Optional<String> advertised) {
        HostRequest request =
                new HostRequest(STUDIO, RoomSecret.random(new SecureRandom()), 0, advertised);
        return ((HostOutcome.Started) embedded().host(request)).hosting();
    }

    private RunningServer server(String host) {
        ServerRequest request =
                new ServerRequest(
                        host,
                        List.of(new ServerRequest.ListenPort(0, false)),
                        Optional.empty(),
                        new ServerRules(Optional.empty(), Set.of(), Map.of()));
        return ((ServerOutcome.Started) embedded().start(request)).server();
    }

    private EmbeddedHost embedded() {
        return embedded(folder);
    }

    private static EmbeddedHost embedded(Path certificateFolder) {
        return new EmbeddedHost(
                certificateFolder,
                _ -> {
                    throw new AssertionError("nobody offers by HTTP");
                });
    }

    /// Joins; tries again when the first connection times out, as a busy machine may need longer.
    private static void joins(Invite invite) throws Exception {
        SignalingEvent event = firstEvent(invite);
        while (event instanceof SignalingEvent.Ended(Problem problem)
                && problem.reason() == Reason.HOST_UNREACHABLE) {
            event = firstEvent(invite);
        }
        assertThat(event).isInstanceOf(SignalingEvent.Joined.class);
    }

    private static SignalingEvent firstEvent(Invite invite) throws Exception {
        CompletableFuture<SignalingEvent> first = new CompletableFuture<>();
        try (TyrusSignalingChannel channel = new TyrusSignalingChannel()) {
            channel.open(JoinRequest.of(invite, new ParticipantName("Ann")), first::complete);
            return first.get();
        }
    }

    private static String page(String address) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://" + address)).build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(request, HttpResponse.BodyHandlers.ofString()).body();
        }
    }

    private static List<String> loopbackAddresses() throws SocketException {
        return NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(InetAddress::isLoopbackAddress)
                .map(HostText::of)
                .toList();
    }
}
