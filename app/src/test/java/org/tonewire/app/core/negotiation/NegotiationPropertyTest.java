package org.tonewire.app.core.negotiation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.tonewire.app.core.link.LinkState;
import org.tonewire.app.core.link.OfferKind;

/// What holds whatever the order of events.
class NegotiationPropertyTest {
    @Property(tries = 2_000, seed = "17")
    void neverAreTwoOffersOutWithoutAnAnswerOrABreakBetween(
            @ForAll("histories") List<NegotiationEvent> history) {
        Follower follower = new Follower();
        history.forEach(follower::happened);
        follower.settle();
    }

    @Property(tries = 2_000, seed = "18")
    void aChangeOfTracksIsAlwaysOffered(@ForAll("histories") List<NegotiationEvent> history) {
        Follower follower = new Follower();
        history.forEach(follower::happened);
        follower.settle();

        assertThat(follower.lastOffer).isGreaterThanOrEqualTo(follower.lastChange);
    }

    @Property(tries = 2_000, seed = "19")
    void aRestartIsAlwaysOfferedOrTheLinkIsNew(
            @ForAll("histories") List<NegotiationEvent> history) {
        Follower follower = new Follower();
        history.forEach(follower::happened);
        follower.settle();

        assertThat(follower.lastFreshPath).isGreaterThanOrEqualTo(follower.lastRestart);
    }

    @Property(tries = 2_000, seed = "20")
    void everythingComesToRest(@ForAll("histories") List<NegotiationEvent> history) {
        Follower follower = new Follower();
        history.forEach(follower::happened);
        follower.settle();

        assertThat(follower.state)
                .isInstanceOfAny(NegotiationState.Stable.class, NegotiationState.Idle.class);
    }

    @Provide
    Arbitrary<List<NegotiationEvent>> histories() {
        Arbitrary<NegotiationEvent> any =
                Arbitraries.of(
                        new NegotiationEvent.TracksChanged(),
                        new NegotiationEvent.RestartNeeded(),
                        new NegotiationEvent.Described("offer"),
                        new NegotiationEvent.Answered("answer"),
                        new NegotiationEvent.AnswerLate(),
                        new NegotiationEvent.AnswerTimedOut(LinkState.CONNECTED),
                        new NegotiationEvent.AnswerTimedOut(LinkState.FAILED),
                        new NegotiationEvent.Broken(),
                        new NegotiationEvent.Rebuilt());
        return any.list().ofMaxSize(60);
    }

    /// Does what the rules say and remembers when what happened.
    private static final class Follower {
        private NegotiationState state = new NegotiationState.Idle();
        private boolean offerOut;
        private boolean rebuilt;
        private int step;
        private int lastOffer = -1;
        private int lastChange = -1;
        private int lastFreshPath = -1;
        private int lastRestart = -1;

        void happened(NegotiationEvent event) {
            step++;
            boolean first = state instanceof NegotiationState.Idle;
            switch (event) {
                case NegotiationEvent.TracksChanged() -> lastChange = step;
                case NegotiationEvent.RestartNeeded() -> lastRestart = step;
                case NegotiationEvent.Described _,
                        NegotiationEvent.Answered _,
                        NegotiationEvent.AnswerLate _,
                        NegotiationEvent.AnswerTimedOut _,
                        NegotiationEvent.Broken _,
                        NegotiationEvent.Rebuilt _ -> {}
            }
            Negotiation.Step next = Negotiation.next(state, event);
            state = next.state();
            next.effects().forEach(effect -> perform(effect, first));
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
                case NegotiationEffect.Rebuild() -> {
                    offerOut = false;
                    rebuilt = true;
                }
            }
        }

        /// From here on everything goes well.
        void settle() {
            for (int i = 0; i < 10; i++) {
                happened(new NegotiationEvent.Rebuilt());
                happened(new NegotiationEvent.Described("offer"));
                happened(new NegotiationEvent.Answered("answer"));
            }
        }
    }
}
