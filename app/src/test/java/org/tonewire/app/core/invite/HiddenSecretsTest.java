package org.tonewire.app.core.invite;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tonewire.app.core.control.ControlMessage;
import org.tonewire.app.core.host.HostRequest;
import org.tonewire.app.core.host.RoomPlace;
import org.tonewire.app.core.host.ServerAddress;
import org.tonewire.app.core.link.IceServer;
import org.tonewire.app.core.link.IceSettings;
import org.tonewire.app.core.room.SessionCommand;
import org.tonewire.app.core.room.SessionEvent;
import org.tonewire.app.core.signaling.JoinRequest;
import org.tonewire.app.core.signaling.SignalingEvent;
import org.tonewire.app.core.trust.RoomKeys;
import org.tonewire.app.core.trust.RoomOwner;
import org.tonewire.app.shell.KnownRooms;
import org.tonewire.app.shell.WindowIntent;
import org.tonewire.app.shell.settings.Appearance;
import org.tonewire.app.shell.settings.DesktopSettings;
import org.tonewire.app.shell.settings.Settings;
import org.tonewire.app.shell.settings.SoundSettings;
import org.tonewire.signaling.protocol.ParticipantName;
import org.tonewire.signaling.protocol.RoomName;

/// What ends up in a log or a failure message is a text form.
class HiddenSecretsTest {
    private static final RoomName ROOM = new RoomName("studio");
    private static final RoomSecret SECRET =
            RoomSecret.parse("c2VjcmV0LXNlY3JldC0xMQ").orElseThrow();
    private static final Invite INVITE =
            new Invite("host.example", 8443, ROOM, SECRET, Optional.empty());
    private static final RoomOwner OWNER = RoomOwner.create();
    private static final String OWNER_SEED = OWNER.encode().substring(0, 43);
    private static final String PASSWORD = "turn-password";
    private static final IceSettings ICE =
            new IceSettings(
                    List.of(
                            new IceServer(
                                    "turn:turn.example",
                                    Optional.of(new IceServer.Login("ann", PASSWORD)))),
                    false,
                    0,
                    0);

    @ParameterizedTest
    @MethodSource("carriers")
    void toStringRevealsNoSecret(Object carrier) {
        String access = RoomKeys.derive(SECRET, ROOM).access(INVITE.server()).base64Url();

        assertThat(carrier.toString())
                .isNotBlank()
                .doesNotContain(SECRET.text(), access, PASSWORD, OWNER_SEED, "#k=");
    }

    static Stream<Object> carriers() {
        HostRequest hosting = new HostRequest(ROOM, SECRET, 0, Optional.empty());
        return Stream.of(
                SECRET,
                INVITE,
                JoinRequest.of(INVITE, new ParticipantName("Ann")),
                RoomKeys.derive(SECRET, ROOM),
                hosting,
                hosting.at(
                        new RoomPlace.OnServer(
                                ServerAddress.parse("h").orElseThrow().showing(PASSWORD))),
                intent(new WindowIntent.Host(hosting)),
                intent(new WindowIntent.Join(INVITE)),
                ICE,
                new Settings(
                        Optional.empty(),
                        Appearance.DEFAULT,
                        SoundSettings.DEFAULT,
                        ICE,
                        0,
                        DesktopSettings.DEFAULT),
                KnownRooms.NONE.joined(INVITE, Instant.EPOCH),
                OWNER,
                JoinRequest.of(INVITE, new ParticipantName("Ann")).ownedBy(OWNER),
                new ControlMessage.NewSecret(
                        SECRET, List.of(), OWNER.renew(ROOM, SECRET, List.of())),
                new SessionCommand.RenewInvite(SECRET, Optional.empty()),
                new SessionEvent.SecretHandedOver(SECRET),
                new SessionEvent.InviteChanged(INVITE, Map.of()),
                new SignalingEvent.Renewed(
                        JoinRequest.of(INVITE, new ParticipantName("Ann")).by(SECRET)));
    }

    private static WindowIntent intent(WindowIntent.Action action) {
        return new WindowIntent(action, Optional.empty(), Optional.empty(), List.of());
    }
}
