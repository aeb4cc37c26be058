package org.tonewire.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tonewire.app.core.device.OutputChoice;
import org.tonewire.app.core.host.HostOutcome;
import org.tonewire.app.core.host.HostRequest;
import org.tonewire.app.core.host.Hosting;
import org.tonewire.app.core.host.RoomHost;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.core.problem.Reason;
import org.tonewire.app.core.room.ConnectionStatus;
import org.tonewire.app.core.room.RoomSession;
import org.tonewire.app.core.room.SessionEvent;
import org.tonewire.app.core.signaling.JoinRequest;
import org.tonewire.app.ui.fake.FakeHosting;
import org.tonewire.app.ui.fake.FakeRoomSession;
import org.tonewire.app.ui.fake.Rooms;
import org.tonewire.signaling.protocol.ParticipantName;

class OpenSessionsTest {
    private static final JoinRequest JOIN =
            new JoinRequest(Rooms.INVITE, new ParticipantName("Ada"));
    private static final HostRequest HOST =
            new HostRequest(Rooms.INVITE.room(), Rooms.INVITE.secret(), 0, Optional.empty());

    private final OpenSessions rooms = new OpenSessions();

    @Test
    void aSessionThatEndsByItselfIsForgotten() {
        FakeRoomSession session = new FakeRoomSession(Rooms.empty());
        join(session);
        assertThat(rooms.count()).isEqualTo(1);

        end(session, Optional.of(Problem.of(Reason.CONNECTION_LOST)));

        assertThat(rooms.count()).isZero();
        rooms.close();
        assertThat(session.left()).isFalse();
    }

    @Test
    void aSessionThatIsLeftIsForgotten() {
        FakeRoomSession session = new FakeRoomSession(Rooms.empty());
        join(session);

        end(session, Optional.empty());

        assertThat(rooms.count()).isZero();
    }

    @Test
    void aSessionThatWasRefusedBeforeItWasRememberedIsForgotten() {
        FakeRoomSession session = new FakeRoomSession(Rooms.empty());
        end(session, Optional.of(Problem.of(Reason.ROOM_FULL)));

        join(session);

        assertThat(rooms.count()).isZero();
    }

    @Test
    void whatElseHappensKeepsIt() {
        FakeRoomSession session = new FakeRoomSession(Rooms.empty());
        join(session);
        session.tell(new SessionEvent.SettingChanged());
        session.tell(new SessionEvent.ConnectionChanged(new ConnectionStatus.InRoom()));

        rooms.close();

        assertThat(session.left()).isTrue();
    }

    @Test
    void aHostedRoomIsForgottenOnceItIsClosed() {
        FakeHosting hosted = new FakeHosting();
        RoomHost host = rooms.remembering((RoomHost) _ -> new HostOutcome.Started(hosted));
        Hosting hosting = ((HostOutcome.Started) host.host(HOST)).hosting();
        assertThat(rooms.count()).isEqualTo(1);

        hosting.close();

        assertThat(rooms.count()).isZero();
        assertThat(hosting.invite()).isEqualTo(hosted.invite());
    }

    private void join(FakeRoomSession session) {
        RoomSession joined =
                rooms.remembering((_, _, _) -> session)
                        .join(JOIN, new OutputChoice.SystemDefault(), _ -> {});
        assertThat(joined).isSameAs(session);
    }

    private static void end(FakeRoomSession session, Optional<Problem> problem) {
        ConnectionStatus ended = new ConnectionStatus.Ended(problem);
        session.become(
                room -> Rooms.withConnection(room, ended),
                new SessionEvent.ConnectionChanged(ended));
    }
}
