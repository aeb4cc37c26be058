package org.tonewire.app.core.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.tonewire.app.core.device.OutputChoice;
import org.tonewire.app.core.invite.InviteLink;
import org.tonewire.app.core.room.ConnectionStatus;
import org.tonewire.app.core.room.RemoteParticipant;
import org.tonewire.app.core.room.SessionEvent;
import org.tonewire.app.core.signaling.JoinRequest;
import org.tonewire.app.core.trust.SessionIdentity;
import org.tonewire.app.core.trust.VerifyCode;
import org.tonewire.app.fake.FakeOutput;
import org.tonewire.app.fake.VirtualSession;
import org.tonewire.signaling.protocol.ParticipantId;
import org.tonewire.signaling.protocol.ParticipantName;

/// Which words a session shows for whom.
final class VerifyingTest {
    private static final JoinRequest ANN =
            JoinRequest.of(
                    InviteLink.parse("https://127.0.0.1:1/r/studio#k=AAECAwQFBgcICQoLDA0ODw")
                            .orElseThrow(),
                    new ParticipantName("Ann"));

    private final VirtualSession room =
            new VirtualSession(ANN, new OutputChoice.None(), new FakeOutput(), _ -> {});
    private final SessionIdentity bob = room.identity("bob");

    @Test
    void aParticipantIsShownWithTheWordsThatTheyReadOut() {
        room.joins(VirtualSession.SELF, false, "bob");

        VerifyCode read = bob.code(bob.key());
        assertThat(room.events(SessionEvent.ParticipantJoined.class))
                .containsExactly(new SessionEvent.ParticipantJoined(bob.key(), "bob", read));
        assertThat(room.session.snapshot().participants())
                .extracting(RemoteParticipant::code)
                .containsExactly(read);
    }

    @Test
    void theOwnWordsAreThoseThatOthersSee() {
        room.joins(VirtualSession.SELF, false, "bob");

        assertThat(room.session.snapshot().connection())
                .isEqualTo(new ConnectionStatus.InRoom(bob.code(ANN.identity().key())));
    }

    @Test
    void theWordsStayWhenTheServerIsRestarted() {
        room.joins(VirtualSession.SELF, false, "bob");
        ConnectionStatus before = room.session.snapshot().connection();

        room.losesTheServer();
        room.joins(new ParticipantId("again"), false, "bob");

        assertThat(room.session.snapshot().connection()).isEqualTo(before);
        assertThat(room.session.snapshot().participants())
                .extracting(RemoteParticipant::code)
                .containsExactly(bob.code(bob.key()));
    }
}
