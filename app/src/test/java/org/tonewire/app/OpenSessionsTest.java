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
import org.tonewire.app.core.room.SessionCommand;
import org.tonewire.app.core.signaling.JoinRequest;
import org.tonewire.app.core.signaling.SignalingEvent;
import org.tonewire.app.fake.VirtualSession;
import org.tonewire.app.ui.fake.FakeHosting;
import org.tonewire.app.ui.fake.Rooms;
import org.tonewire.signaling.protocol.ParticipantName;

class OpenSessionsTest {
    private static final JoinRequest JOIN =
            JoinRequest.of(Rooms.INVITE, new ParticipantName("Ada"));
    private static final HostRequest HOST =
            new HostRequest(Rooms.INVITE.room(), Rooms.INVITE.secret(), 0, Optional.empty());

    private final OpenSessions rooms = new OpenSessions();

    @Test
    void aSessionThatEndsByItselfIsForgotten() {
        VirtualSession session = VirtualSession.with();
        join(session);
        assertThat(rooms.count()).isEqualTo(1);

        session.says(new SignalingEvent.Ended(Problem.of(Reason.CONNECTION_LOST)));

        assertThat(rooms.count()).isZero();
    }

    @Test
    void aSessionThatIsLeftIsForgotten() {
        VirtualSession session = VirtualSession.with();
        join(session);

        session.session.leave();

        assertThat(rooms.count()).isZero();
    }

    @Test
    void aSessionThatWasRefusedBeforeItWasRememberedIsForgotten() {
        VirtualSession session = new VirtualSession();
        session.says(new SignalingEvent.Ended(Problem.of(Reason.ROOM_FULL)));

        join(session);

        assertThat(rooms.count()).isZero();
    }

    @Test
    void whatElseHappensKeepsIt() {
        VirtualSession session = VirtualSession.with();
        join(session);
        session.submit(new SessionCommand.SetMasterGain(-3));
        session.losesTheServer();
        session.joins(VirtualSession.SELF, true);

        rooms.close();

        assertThat(session.session.snapshot().connection())
                .isInstanceOf(ConnectionStatus.Ended.class);
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

    private void join(VirtualSession session) {
        RoomSession joined =
                rooms.remembering((_, _, _) -> session.session)
                        .join(JOIN, new OutputChoice.SystemDefault(), _ -> {});
        assertThat(joined).isSameAs(session.session);
    }
}
