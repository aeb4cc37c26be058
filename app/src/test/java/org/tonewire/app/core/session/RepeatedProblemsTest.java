package org.tonewire.app.core.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tonewire.app.core.link.ExchangeStage;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.core.problem.Reason;
import org.tonewire.app.core.room.MessageStats;
import org.tonewire.app.core.room.SessionEvent;
import org.tonewire.app.fake.FakeReceiveLink;
import org.tonewire.app.fake.VirtualSession;
import org.tonewire.signaling.protocol.PeerMessage;
import org.tonewire.signaling.protocol.Seal;

/// How often the problems with one participant are reported.
final class RepeatedProblemsTest {
    @Test
    void whatOneParticipantCausesAgainAndAgainIsReportedOnceInTenSeconds() {
        VirtualSession room = VirtualSession.with("ann", "bob");

        for (int i = 0; i < 250; i++) {
            forge(room, "bob");
            room.says(
                    "bob",
                    new PeerMessage.Refuse(
                            room.newestDigest("bob"), Reason.SEAL_MISMATCH.wireName()));
            room.pass(Duration.ofMillis(40));
        }
        forge(room, "ann");
        room.pass(Duration.ofSeconds(9));

        assertThat(room.events(SessionEvent.ProblemOccurred.class))
                .containsExactly(refused("bob", 1), refused("bob", 499), refused("ann", 1));
    }

    @Test
    void whatIsRefusedIsCountedInTheStatistics() {
        VirtualSession room = VirtualSession.with("ann", "bob");
        PeerMessage.Offer first = room.offer("mic");
        Optional<Seal> seal = Optional.of(room.seal("bob", first));
        room.says("bob", first, seal);
        room.says("bob", room.offer("mic"));

        room.says("bob", first, seal);
        room.says("bob", first, seal);
        room.says("bob", new PeerMessage.Restart(), Optional.empty());
        forge(room, "ann");
        forge(room, "bob");
        forge(room, "bob");
        room.pass(Duration.ofSeconds(1));

        assertThat(room.events(SessionEvent.StatsCollected.class).getLast().refused())
                .isEqualTo(new MessageStats(3, 1, 2, 0));
    }

    @Test
    void aFailingExchangeIsReportedBesideARefusedOffer() {
        VirtualSession room = VirtualSession.with("bob");

        forge(room, "bob");
        FakeReceiveLink link = room.offers("bob", "mic");
        for (int i = 0; i < 50; i++) {
            link.fails(ExchangeStage.TAKE_OFFER);
            room.loop.settle();
        }

        assertThat(room.problems())
                .extracting(Problem::reason)
                .containsExactly(Reason.DESCRIPTION_CHANGED, Reason.LINK_FAILED);
    }

    @Test
    void whatALeavingParticipantCausedIsReportedWhenTheyLeave() {
        VirtualSession room = VirtualSession.with("bob");
        for (int i = 0; i < 3; i++) {
            forge(room, "bob");
        }
        int before = room.loop.timers();
        room.leaves("bob");

        assertThat(room.events(SessionEvent.ProblemOccurred.class))
                .extracting(SessionEvent.ProblemOccurred::times)
                .containsExactly(1, 2);
        assertThat(room.loop.timers()).isLessThan(before);
    }

    @Test
    void aFailureOfALinkThatIsBackBeforeItsReportIsDueIsNotReported() {
        VirtualSession room = VirtualSession.with("bob");
        room.sendLink().fails(ExchangeStage.MAKE_OFFER);
        room.pass(Duration.ofSeconds(2));
        room.sendLink().fails(ExchangeStage.MAKE_OFFER);
        room.pass(Duration.ofSeconds(3));
        room.answers("bob");
        room.pass(Duration.ofSeconds(60));

        assertThat(room.events(SessionEvent.ProblemOccurred.class))
                .containsExactly(
                        new SessionEvent.ProblemOccurred(new Problem(Reason.LINK_FAILED, "bob")));
    }

    @Test
    void problemsOfSeveralTracksAreReportedByTheirNames() {
        VirtualSession room = VirtualSession.with("bob");
        room.answers("bob");
        for (String track : List.of("mic", "song", "mic")) {
            room.sendLink().warns(new Problem(Reason.INTERNAL, track));
        }
        room.pass(Duration.ofSeconds(60));

        assertThat(room.problems())
                .extracting(Problem::subject)
                .containsExactly("mic", "song", "mic");
    }

    private static SessionEvent.ProblemOccurred refused(String whose, int times) {
        return new SessionEvent.ProblemOccurred(
                new Problem(Reason.DESCRIPTION_CHANGED, whose), times);
    }

    /// An offer in somebody's name that another sealed.
    private static void forge(VirtualSession room, String from) {
        PeerMessage.Offer offer = room.offer("mic");
        room.says(from, offer, Optional.of(room.seal("eve", offer)));
    }
}
