package org.tonewire.app.core.negotiation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.tonewire.app.core.link.ExchangeStage;
import org.tonewire.app.core.link.LinkState;
import org.tonewire.app.core.link.OfferKind;

/// Properties that hold for every order of events. Each history has a seed; a failure names it.
class NegotiationPropertyTest {
    private static final int HISTORIES = 10_000;
    private static final int MAX_EVENTS = 60;
    private static final List<NegotiationEvent> EVENTS =
            List.of(
                    new NegotiationEvent.TracksChanged(),
                    new NegotiationEvent.RestartNeeded(),
                    new NegotiationEvent.Described("offer"),
                    new NegotiationEvent.Answered("answer"),
                    new NegotiationEvent.AnswerLate(),
                    new NegotiationEvent.AnswerTimedOut(),
                    new NegotiationEvent.ConnectTimedOut(),
                    new NegotiationEvent.StayedDisconnected(),
                    new NegotiationEvent.LinkChanged(LinkState.CONNECTED),
                    new NegotiationEvent.LinkChanged(LinkState.DISCONNECTED),
                    new NegotiationEvent.LinkChanged(LinkState.FAILED),
                    new NegotiationEvent.ReceiverReplaced(),
                    new NegotiationEvent.CandidatesSpent(),
                    new NegotiationEvent.ExchangeFailed(ExchangeStage.TAKE_ANSWER),
                    new NegotiationEvent.ServerLost(),
                    new NegotiationEvent.ServerBack(),
                    new NegotiationEvent.RebuildDue());

    @Test
    void noSecondOfferIsMadeBeforeAnAnswerOrARebuild() {
        // The follower asserts this at each event.
        afterEachHistory(follower -> assertThat(follower.offerOut).isFalse());
    }

    @Test
    void everyChangeOfTracksIsOffered() {
        afterEachHistory(follower ->
                assertThat(follower.lastOffer).isGreaterThanOrEqualTo(follower.lastChange));
    }

    @Test
    void everyRestartIsOfferedOrTheLinkIsRebuilt() {
        afterEachHistory(follower ->
                assertThat(follower.lastFreshPath).isGreaterThanOrEqualTo(follower.lastRestart));
    }

    @Test
    void everyHistoryEndsStableOrIdle() {
        afterEachHistory(follower ->
                assertThat(follower.link.state())
                        .isInstanceOfAny(
                                NegotiationState.Stable.class, NegotiationState.Idle.class));
    }

    private static void afterEachHistory(Consumer<Follower> property) {
        for (int seed = 0; seed < HISTORIES; seed++) {
            List<NegotiationEvent> history = history(new Random(seed));
            Follower follower = new Follower();
            try {
                history.forEach(follower::handle);
                follower.settle();
                property.accept(follower);
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError("seed " + seed + ": " + history, e);
            }
        }
    }

    private static List<NegotiationEvent> history(Random random) {
        List<NegotiationEvent> history = new ArrayList<>();
        for (int i = random.nextInt(MAX_EVENTS + 1); i > 0; i--) {
            history.add(EVENTS.get(random.nextInt(EVENTS.size())));
        }
        return history;
    }

    /// Performs the effects and stores the step of each event.
    private static final class Follower {
        private final Set<LinkTimer> timers = EnumSet.noneOf(LinkTimer.class);
        private Negotiation link = Negotiation.INITIAL;
        private boolean offerOut;
        private boolean rebuilt;
        private int step;
        private int lastOffer = -1;
        private int lastChange = -1;
        private int lastFreshPath = -1;
        private int lastRestart = -1;

        void handle(NegotiationEvent event) {
            step++;
            boolean first = link.state() instanceof NegotiationState.Idle;
            switch (event) {
                case NegotiationEvent.TracksChanged() -> lastChange = step;
                case NegotiationEvent.RestartNeeded() -> lastRestart = step;
                case NegotiationEvent.Described _,
                        NegotiationEvent.Answered _,
                        NegotiationEvent.AnswerLate _,
                        NegotiationEvent.AnswerTimedOut _,
                        NegotiationEvent.ConnectTimedOut _,
                        NegotiationEvent.StayedDisconnected _,
                        NegotiationEvent.LinkChanged _,
                        NegotiationEvent.ReceiverReplaced _,
                        NegotiationEvent.CandidatesSpent _,
                        NegotiationEvent.ExchangeFailed _,
                        NegotiationEvent.ServerLost _,
                        NegotiationEvent.ServerBack _,
                        NegotiationEvent.RebuildDue _ -> {}
            }
            switch (link.next(event)) {
                case Negotiation.Step(Negotiation next, List<NegotiationEffect> effects) -> {
                    link = next;
                    effects.forEach(effect -> perform(effect, first));
                }
                case Negotiation.Ignored _ -> {}
            }
            assertTimers();
        }

        /// Every wait has a timer.
        private void assertTimers() {
            if (link.state() instanceof NegotiationState.AwaitingAnswer && link.inRoom()) {
                assertThat(timers).contains(LinkTimer.ANSWER_LATE, LinkTimer.ANSWER_TIMEOUT);
            }
            if (link.state() instanceof NegotiationState.Rebuilding) {
                assertThat(timers).containsExactly(LinkTimer.REBUILD);
            }
        }

        private void perform(NegotiationEffect effect, boolean first) {
            switch (effect) {
                case NegotiationEffect.MakeOffer(OfferKind kind) -> {
                    assertThat(offerOut).as("an offer is out already").isFalse();
                    offerOut = true;
                    lastOffer = step;
                    if (first || rebuilt || kind == OfferKind.RESTART) {
                        lastFreshPath = step;
                    }
                    rebuilt = false;
                }
                case NegotiationEffect.SendOffer _, NegotiationEffect.RepeatOffer _ ->
                        assertThat(offerOut).isTrue();
                case NegotiationEffect.TakeAnswer _ -> {
                    assertThat(offerOut).as("an answer to an offer").isTrue();
                    offerOut = false;
                }
                case NegotiationEffect.CloseLink() -> offerOut = false;
                case NegotiationEffect.OpenLink() -> rebuilt = true;
                case NegotiationEffect.StartTimer(LinkTimer timer, _) -> timers.add(timer);
                case NegotiationEffect.StopTimer(LinkTimer timer) -> timers.remove(timer);
                case NegotiationEffect.RepeatCandidates _,
                        NegotiationEffect.ReportState _,
                        NegotiationEffect.ReportProblem _,
                        NegotiationEffect.ReportSettled _ -> {}
            }
        }

        /// From here on everything goes well.
        void settle() {
            for (int i = 0; i < 10; i++) {
                handle(new NegotiationEvent.RebuildDue());
                handle(new NegotiationEvent.Described("offer"));
                handle(new NegotiationEvent.Answered("answer"));
            }
        }
    }
}
