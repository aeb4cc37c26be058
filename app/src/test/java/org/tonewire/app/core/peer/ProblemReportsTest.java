package org.tonewire.app.core.peer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tonewire.app.core.link.Direction;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.core.problem.Reason;
import org.tonewire.app.core.room.SessionEvent;
import org.tonewire.app.fake.ManualLoop;

/// The problems that one participant causes, and how many of them are reported.
final class ProblemReportsTest {
    private static final Problem FAILED = new Problem(Reason.LINK_FAILED, "bob");

    private final ManualLoop loop = new ManualLoop();
    private final List<SessionEvent> reported = new ArrayList<>();
    private final ProblemReports reports = new ProblemReports(loop, reported::add, _ -> {});

    @Test
    void aThousandSubjectsAreCountedTogetherAfterTheFirst() {
        for (int i = 0; i < 1_000; i++) {
            reports.add(Direction.SEND, new Problem(Reason.INTERNAL, "track " + i));
        }
        assertThat(reported).hasSize(ProblemReports.MAX_SUBJECTS + 1);
        assertThat(loop.timers()).isEqualTo(ProblemReports.MAX_SUBJECTS + 1);

        loop.pass(ProblemReports.EVERY);

        int others = 1_000 - ProblemReports.MAX_SUBJECTS - 1;
        assertThat(reported)
                .hasSize(ProblemReports.MAX_SUBJECTS + 2)
                .endsWith(
                        new SessionEvent.ProblemOccurred(
                                new Problem(Reason.INTERNAL, "track 999"), others));
    }

    @Test
    void theOtherLinkThatConnectsDoesNotHideAFailure() {
        reports.add(Direction.SEND, FAILED);
        reports.add(Direction.SEND, FAILED);
        reports.add(Direction.RECEIVE, FAILED);
        reports.connected(Direction.RECEIVE);
        loop.pass(ProblemReports.EVERY);

        assertThat(reported)
                .containsExactly(
                        new SessionEvent.ProblemOccurred(FAILED),
                        new SessionEvent.ProblemOccurred(FAILED));
    }

    @Test
    void falseMessagesOfAllKindsAreCountedTogetherAndAChangedDescriptionIsNamed() {
        Problem changed = new Problem(Reason.DESCRIPTION_CHANGED, "bob");
        reports.add(Direction.SEND, new Problem(Reason.SEAL_MISSING, "bob"));
        reports.add(Direction.SEND, new Problem(Reason.SEAL_MISMATCH, "bob"));
        reports.add(Direction.RECEIVE, changed);
        reports.add(Direction.SEND, new Problem(Reason.MESSAGE_REPEATED, "bob"));
        reports.add(Direction.RECEIVE, new Problem(Reason.TOO_MANY, "bob"));
        loop.pass(ProblemReports.EVERY);

        assertThat(reported)
                .containsExactly(
                        new SessionEvent.ProblemOccurred(new Problem(Reason.SEAL_MISSING, "bob")),
                        new SessionEvent.ProblemOccurred(changed, 4));
    }

    @Test
    void aMissingPathIsReportedOnceUnderBothReasons() {
        reports.add(Direction.SEND, new Problem(Reason.PARTICIPANT_UNREACHABLE, "bob"));
        reports.add(Direction.RECEIVE, FAILED);
        reports.connected(Direction.RECEIVE);
        loop.pass(ProblemReports.EVERY);

        assertThat(reported).hasSize(1);
    }

    @Test
    void nothingIsReportedAfterTheEnd() {
        reports.add(Direction.SEND, FAILED);
        reports.close();
        assertThat(loop.timers()).isZero();
        reports.add(Direction.SEND, FAILED);
        reports.add(Direction.SEND, new Problem(Reason.INTERNAL, "mic"));
        loop.pass(Duration.ofMinutes(1));

        assertThat(reported).hasSize(1);
        assertThat(loop.timers()).isZero();
    }
}
