package org.tonewire.signaling.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tonewire.signaling.server.TestServer.key;

import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tonewire.signaling.protocol.ErrorReason;
import org.tonewire.signaling.protocol.LinkEnd;
import org.tonewire.signaling.protocol.ParticipantId;
import org.tonewire.signaling.protocol.PeerMessage;
import org.tonewire.signaling.protocol.RefusalReason;
import org.tonewire.signaling.protocol.Role;
import org.tonewire.signaling.protocol.SdpDigest;
import org.tonewire.signaling.protocol.ServerMessage;
import org.tonewire.signaling.room.event.Visibility;

/// Guests of a hosted room, over real sockets.
final class GuestRoomTest {
    private static final PeerMessage ANSWER =
            new PeerMessage.Answer("v=0\r\n", Optional.of(SdpDigest.of("v=0")));

    private final TestServer server = TestServer.start();

    @BeforeEach
    void open() {
        server.server().openRoom(TestServer.STUDIO, key(1), Visibility.UNLISTED);
        server.server().admitGuests(TestServer.STUDIO, key(7));
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void whoProvesTheGuestKeyIsAGuestToEveryMember() {
        try (TestClient ann = server.connect();
                TestClient guest = server.connect()) {
            ServerMessage.Joined host = ann.open("Ann", key(1));

            var joined = guest.join("Phone", key(7)).next(ServerMessage.Joined.class);

            assertThat(host.self().role()).isEqualTo(Role.MEMBER);
            assertThat(joined.self().role()).isEqualTo(Role.GUEST);
            assertThat(joined.participants()).containsExactly(host.self());
            assertThat(ann.next()).isEqualTo(new ServerMessage.ParticipantJoined(joined.self()));
        }
    }

    @Test
    void aGuestCannotSend() {
        try (TestClient ann = server.connect();
                TestClient guest = server.connect()) {
            ParticipantId member = ann.open("Ann", key(1)).self().id();
            ParticipantId self =
                    guest.join("Phone", key(7)).next(ServerMessage.Joined.class).self().id();
            ann.next(ServerMessage.ParticipantJoined.class);

            guest.say(member, new PeerMessage.Offer("v=0\r\n"));
            assertNotAllowed(guest);
            guest.say(member, new PeerMessage.Candidate(LinkEnd.OWNER, "candidate:1", "0", 0));
            assertNotAllowed(guest);

            guest.say(member, ANSWER);
            assertThat(ann.next())
                    .as("the first that arrived")
                    .isEqualTo(new ServerMessage.FromPeer(self, ANSWER, Optional.empty()));
        }
    }

    @Test
    void anotherKeyOfTheRoomShutsGuestsOutUntilTheyAreAdmittedByAnother() {
        try (TestClient guest = server.connect();
                TestClient again = server.connect();
                TestClient other = server.connect()) {
            guest.join("Phone", key(7)).next(ServerMessage.Joined.class);

            server.server().changeKey(TestServer.STUDIO, key(2));
            server.server().admitGuests(TestServer.STUDIO, key(8));

            assertThat(guest.closing()).isEqualTo("4002 the key changed");
            assertThat(again.join("Phone", key(7)).next(ServerMessage.Refused.class).reason())
                    .isEqualTo(RefusalReason.WRONG_KEY);
            assertThat(other.join("Phone", key(8)).next(ServerMessage.Joined.class).self().role())
                    .isEqualTo(Role.GUEST);
        }
    }

    private static void assertNotAllowed(TestClient client) {
        assertThat(client.next(ServerMessage.Failed.class).reason())
                .isEqualTo(ErrorReason.NOT_ALLOWED);
    }
}
