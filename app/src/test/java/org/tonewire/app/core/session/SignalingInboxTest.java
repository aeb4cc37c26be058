package org.tonewire.app.core.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.core.problem.Reason;
import org.tonewire.app.core.signaling.SignalingEvent;
import org.tonewire.app.fake.ManualLoop;

final class SignalingInboxTest {
    private static final SignalingEvent EVENT =
            new SignalingEvent.Ended(Problem.of(Reason.CONNECTION_LOST));

    private final ManualLoop loop = new ManualLoop();
    private final List<SignalingEvent> handled = new ArrayList<>();
    private final SignalingInbox inbox = new SignalingInbox(loop, handled::add);

    @Test
    void whatTheSessionHasNotHandledYetWaits() {
        inbox.onEvent(EVENT);
        inbox.onEvent(EVENT);
        assertThat(inbox.waiting()).isEqualTo(2);

        loop.settle();

        assertThat(inbox.waiting()).isZero();
        assertThat(handled).containsExactly(EVENT, EVENT);
    }

    @Test
    void nothingWaitsForASessionThatIsOver() {
        loop.stop();

        inbox.onEvent(EVENT);

        assertThat(inbox.waiting()).isZero();
    }
}
