package org.tonewire.app.core.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tonewire.app.core.link.LinkState;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.core.problem.Reason;
import org.tonewire.app.core.room.ConnectionStatus;
import org.tonewire.app.core.room.SessionEvent;
import org.tonewire.app.core.signaling.SignalingEvent;
import org.tonewire.app.fake.VirtualSession;
import org.tonewire.signaling.protocol.ParticipantId;

/// Sessions whose server does not let them in again.
final class LastPathTest {
    private static final Problem REFUSED = Problem.of(Reason.WRONG_KEY);
    private static final Duration RETRY = Duration.ofSeconds(15);
    private static final ConnectionStatus ENDED = new ConnectionStatus.Ended(Optional.of(REFUSED));

    @Test
    void aServerThatRefusesTakesNobodyALinkThatWorks() {
        VirtualSession room = connected();

        isRefused(room);
        room.pass(Duration.ofMinutes(10));
        isRefused(room);

        assertThat(status(room)).isEqualTo(new ConnectionStatus.Reconnecting(REFUSED, RETRY));
        assertThat(room.sendLink("bob").isClosed()).isFalse();
        assertThat(room.events(SessionEvent.ParticipantLeft.class)).isEmpty();
    }

    @Test
    void aSessionEndsWhenItsServerRefusesItAndTheLastPathIsGone() {
        VirtualSession room = connected();
        isRefused(room);

        becomes(room, LinkState.DISCONNECTED);
        room.pass(LastPath.WITHOUT_PATH.minusMillis(1));
        assertThat(status(room)).isInstanceOf(ConnectionStatus.Reconnecting.class);
        room.pass(Duration.ofMillis(1));

        assertThat(status(room)).isEqualTo(ENDED);
    }

    @Test
    void aPathThatIsMissingWhenTheServerRefusesMayComeBack() {
        VirtualSession room = connected();
        becomes(room, LinkState.DISCONNECTED);
        room.pass(Duration.ofSeconds(2));

        isRefused(room);
        room.pass(Duration.ofSeconds(7));
        becomes(room, LinkState.CONNECTED);
        room.pass(Duration.ofMinutes(1));

        assertThat(status(room)).isInstanceOf(ConnectionStatus.Reconnecting.class);
    }

    @Test
    void refusalsThatAreRepeatedDoNotProlongASessionWithoutAPath() {
        VirtualSession room = connected();
        isRefused(room);
        becomes(room, LinkState.DISCONNECTED);

        for (int i = 0; i < 10; i++) {
            room.pass(Duration.ofSeconds(1));
            isRefused(room);
        }

        assertThat(status(room)).isEqualTo(ENDED);
    }

    @Test
    void aSessionThatIsAloneEndsAtOnceWhenItsServerRefusesIt() {
        VirtualSession room = VirtualSession.with();

        isRefused(room);

        assertThat(status(room)).isEqualTo(ENDED);
        assertThat(room.events(SessionEvent.ConnectionChanged.class))
                .extracting(SessionEvent.ConnectionChanged::status)
                .noneMatch(ConnectionStatus.Reconnecting.class::isInstance);
    }

    @Test
    void aSessionThatIsLetInAgainOutlivesItsPaths() {
        VirtualSession room = connected();
        isRefused(room);
        room.joins(new ParticipantId("again"), false, "bob");

        becomes(room, LinkState.DISCONNECTED);
        room.pass(Duration.ofMinutes(1));

        assertThat(status(room)).isInstanceOf(ConnectionStatus.InRoom.class);
    }

    private static VirtualSession connected() {
        VirtualSession room = VirtualSession.with("bob");
        room.answers("bob");
        return room;
    }

    private static void isRefused(VirtualSession room) {
        room.says(new SignalingEvent.Hopeless(REFUSED, RETRY));
    }

    private static void becomes(VirtualSession room, LinkState state) {
        room.sendLink("bob").becomes(state);
        room.loop.settle();
    }

    private static ConnectionStatus status(VirtualSession room) {
        return room.session.snapshot().connection();
    }
}
