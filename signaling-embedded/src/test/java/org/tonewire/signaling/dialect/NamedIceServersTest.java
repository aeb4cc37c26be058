package org.tonewire.signaling.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.tonewire.signaling.codec.Decoded;
import org.tonewire.signaling.codec.ServerMessageCodec;
import org.tonewire.signaling.dialect.Conversation.Step;
import org.tonewire.signaling.protocol.ParticipantId;
import org.tonewire.signaling.protocol.ParticipantName;
import org.tonewire.signaling.protocol.RoomName;
import org.tonewire.signaling.protocol.ServerMessage;
import org.tonewire.signaling.protocol.ice.IceAddress;
import org.tonewire.signaling.protocol.ice.IceService;
import org.tonewire.signaling.protocol.ice.NamedIceServer;
import org.tonewire.signaling.protocol.ice.TurnSecret;
import org.tonewire.signaling.room.event.ConnectionId;
import org.tonewire.signaling.room.event.Delivery;
import org.tonewire.signaling.room.event.Participant;
import org.tonewire.signaling.room.event.Profile;
import org.tonewire.signaling.room.event.RoomEffect;

/// When a native client is told of STUN and TURN servers, in time that the test moves.
final class NamedIceServersTest {
    private static final ParticipantId ANN = new ParticipantId("ann");
    private static final ConnectionId CONNECTION = new ConnectionId(1);

    private final AtomicReference<IceService> present =
            new AtomicReference<>(service("turn:a.example"));
    private Instant now = Instant.ofEpochSecond(1_000);
    private final Conversation conversation =
            new NativeDialect(new SecureRandom(), present::get, () -> now)
                    .begin(
                            new Handshake(
                                    CONNECTION,
                                    List.of("api", "v1", "signal"),
                                    Map.of(),
                                    Set.of(),
                                    true,
                                    Optional.empty()));

    @Test
    void aMemberIsToldOnEnteringAndAgainBeforeTheLoginExpires() {
        List<Step> entered = enter();
        assertThat(joined(entered).iceServers()).isEqualTo(named("1040:ann"));
        assertThat(entered).contains(new Step.StartTimer(Duration.ofSeconds(30)));

        now = now.plusSeconds(30);
        List<Step> renewed = conversation.timerElapsed();
        assertThat(sent(renewed)).isEqualTo(new ServerMessage.IceServers(named("1070:ann")));
        assertThat(renewed).contains(new Step.StartTimer(Duration.ofSeconds(30)));
    }

    @Test
    void whoIsInNoRoomIsToldNothing() {
        assertThat(conversation.timerElapsed()).isEmpty();
        assertThat(conversation.settingsChanged()).isEmpty();
    }

    @Test
    void aMemberIsToldOfOtherServersOnly() {
        enter();
        assertThat(conversation.settingsChanged()).isEmpty();

        present.set(service("stun:b.example"));
        List<Step> steps = conversation.settingsChanged();
        assertThat(steps).hasSize(1);
        assertThat(sent(steps))
                .isEqualTo(
                        new ServerMessage.IceServers(
                                List.of(
                                        new NamedIceServer(
                                                List.of("stun:b.example"), Optional.empty()))));

        present.set(IceService.NONE);
        assertThat(sent(conversation.settingsChanged()))
                .isEqualTo(new ServerMessage.IceServers(List.of()));
    }

    @Test
    void withoutServersAMemberIsToldNothing() {
        present.set(IceService.NONE);
        List<Step> entered = enter();
        assertThat(entered).hasSize(1);
        assertThat(entered.getFirst()).asString().doesNotContain("iceServers");
    }

    private List<Step> enter() {
        Participant self =
                new Participant(
                        ANN,
                        new Profile(
                                Optional.of(new ParticipantName("Ann")),
                                NativeDialect.FAMILY,
                                Profile.UNKNOWN_TYPE,
                                Optional.empty()));
        Delivery welcome =
                new Delivery.Welcome(
                        new RoomName("studio"),
                        self,
                        new ServerMessage.Resumption(6, false),
                        List.of());
        return conversation.notified(new RoomEffect.Deliver(CONNECTION, ANN, welcome));
    }

    private static List<NamedIceServer> named(String username) {
        Instant until =
                Instant.ofEpochSecond(Long.parseLong(username.substring(0, username.indexOf(':'))));
        return List.of(
                new NamedIceServer(
                        List.of("turn:a.example"),
                        TurnSecret.parse("north").map(secret -> secret.login("ann", until))));
    }

    private static ServerMessage.Joined joined(List<Step> steps) {
        return (ServerMessage.Joined) sent(steps);
    }

    private static ServerMessage sent(List<Step> steps) {
        Step.Send send = (Step.Send) steps.getFirst();
        return switch (ServerMessageCodec.decode(send.text())) {
            case Decoded.Message<ServerMessage>(ServerMessage message) -> message;
            case Decoded<ServerMessage> other -> throw new AssertionError(other);
        };
    }

    private static IceService service(String address) {
        return new IceService(
                List.of((IceAddress.Parsed) IceAddress.parse(address)),
                TurnSecret.parse("north"),
                Duration.ofSeconds(40));
    }
}
