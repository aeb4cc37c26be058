package org.tonewire.app.core.negotiation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.tonewire.app.core.link.LinkState;
import org.tonewire.app.core.link.OfferKind;
import org.tonewire.app.core.negotiation.NegotiationState.PendingOffer;

/// Every state with every event, named by the arrow; `docs/ARCHITECTURE.md` shows the same.
class NegotiationTest {
    private static final NegotiationState IDLE = new NegotiationState.Idle();
    private static final NegotiationState STABLE = new NegotiationState.Stable();
    private static final NegotiationState REBUILDING = new NegotiationState.Rebuilding();

    private static final NegotiationEvent TRACKS = new NegotiationEvent.TracksChanged();
    private static final NegotiationEvent RESTART = new NegotiationEvent.RestartNeeded();
    private static final NegotiationEvent DESCRIBED = new NegotiationEvent.Described("offer");
    private static final NegotiationEvent ANSWERED = new NegotiationEvent.Answered("answer");
    private static final NegotiationEvent LATE = new NegotiationEvent.AnswerLate();
    private static final NegotiationEvent TIMED_OUT =
            new NegotiationEvent.AnswerTimedOut(LinkState.DISCONNECTED);
    private static final NegotiationEvent TIMED_OUT_CONNECTED =
            new NegotiationEvent.AnswerTimedOut(LinkState.CONNECTED);
    private static final NegotiationEvent BROKEN = new NegotiationEvent.Broken();
    private static final NegotiationEvent REBUILT = new NegotiationEvent.Rebuilt();

    private static final NegotiationEffect OFFER =
            new NegotiationEffect.MakeOffer(OfferKind.TRACKS);
    private static final NegotiationEffect OFFER_RESTART =
            new NegotiationEffect.MakeOffer(OfferKind.RESTART);
    private static final NegotiationEffect SEND = new NegotiationEffect.SendOffer("offer");
    private static final NegotiationEffect REPEAT = new NegotiationEffect.RepeatOffer();
    private static final NegotiationEffect TAKE = new NegotiationEffect.TakeAnswer("answer");
    private static final NegotiationEffect REBUILD = new NegotiationEffect.Rebuild();

    @ParameterizedTest(name = "{argumentSetName}")
    @MethodSource({
        "fromIdle",
        "fromOffering",
        "fromAwaitingAnswer",
        "fromAwaitingAnswerWithout",
        "fromStable",
        "rebuilding"
    })
    void arrow(
            NegotiationState from,
            NegotiationEvent event,
            NegotiationState to,
            List<NegotiationEffect> effects) {
        assertThat(Negotiation.next(from, event)).isEqualTo(new Negotiation.Step(to, effects));
    }

    static Stream<Arguments> fromIdle() {
        return Stream.of(
                arrow("Idle --tracksChanged--> Offering", IDLE, TRACKS, offering(), OFFER),
                arrow("Idle --restartNeeded--> Offering", IDLE, RESTART, offering(), OFFER),
                arrow("Idle --described--> Idle", IDLE, DESCRIBED, IDLE),
                arrow("Idle --answered--> Idle", IDLE, ANSWERED, IDLE),
                arrow("Idle --answerLate--> Idle", IDLE, LATE, IDLE),
                arrow("Idle --answerTimedOut--> Idle", IDLE, TIMED_OUT, IDLE),
                arrow("Idle --broken--> Rebuilding", IDLE, BROKEN, REBUILDING, REBUILD),
                arrow("Idle --rebuilt--> Idle", IDLE, REBUILT, IDLE));
    }

    static Stream<Arguments> fromOffering() {
        NegotiationState from = offering();
        NegotiationState tracks = new NegotiationState.Offering(PendingOffer.TRACKS);
        NegotiationState restart = new NegotiationState.Offering(PendingOffer.RESTART);
        return Stream.of(
                arrow("Offering --tracksChanged--> Offering, wish", from, TRACKS, tracks),
                arrow("Offering --restartNeeded--> Offering, wish", from, RESTART, restart),
                arrow("Offering, tracks --restartNeeded--> restart", tracks, RESTART, restart),
                arrow("Offering, restart --tracksChanged--> restart", restart, TRACKS, restart),
                arrow("Offering --described--> Awaiting", from, DESCRIBED, awaiting(), SEND),
                arrow(
                        "Offering, restart --described--> Awaiting, restart",
                        restart,
                        DESCRIBED,
                        new NegotiationState.AwaitingAnswer(PendingOffer.RESTART),
                        SEND),
                arrow("Offering --answered--> Offering", from, ANSWERED, from),
                arrow("Offering --answerLate--> Offering", from, LATE, from),
                arrow("Offering --answerTimedOut--> Offering", from, TIMED_OUT, from),
                arrow("Offering --broken--> Rebuilding", from, BROKEN, REBUILDING, REBUILD),
                arrow(
                        "Offering, restart --broken--> Rebuilding",
                        restart,
                        BROKEN,
                        REBUILDING,
                        REBUILD),
                arrow("Offering --rebuilt--> Offering", from, REBUILT, from));
    }

    static Stream<Arguments> fromAwaitingAnswer() {
        NegotiationState from = awaiting();
        NegotiationState tracks = new NegotiationState.AwaitingAnswer(PendingOffer.TRACKS);
        NegotiationState restart = new NegotiationState.AwaitingAnswer(PendingOffer.RESTART);
        return Stream.of(
                arrow("Awaiting --tracksChanged--> Awaiting, wish", from, TRACKS, tracks),
                arrow("Awaiting --restartNeeded--> Awaiting, wish", from, RESTART, restart),
                arrow("Awaiting, tracks --restartNeeded--> restart", tracks, RESTART, restart),
                arrow("Awaiting, restart --tracksChanged--> restart", restart, TRACKS, restart),
                arrow("Awaiting --described--> Awaiting", from, DESCRIBED, from),
                arrow("Awaiting --answered--> Stable", from, ANSWERED, STABLE, TAKE),
                arrow(
                        "Awaiting, tracks --answered--> Offering",
                        tracks,
                        ANSWERED,
                        offering(),
                        TAKE,
                        OFFER),
                arrow(
                        "Awaiting, restart --answered--> Offering",
                        restart,
                        ANSWERED,
                        offering(),
                        TAKE,
                        OFFER_RESTART),
                arrow("Awaiting --rebuilt--> Awaiting", from, REBUILT, from));
    }

    static Stream<Arguments> fromAwaitingAnswerWithout() {
        NegotiationState from = awaiting();
        NegotiationState restart = new NegotiationState.AwaitingAnswer(PendingOffer.RESTART);
        return Stream.of(
                arrow("Awaiting --answerLate--> Awaiting", from, LATE, from, REPEAT),
                arrow("Awaiting, restart --answerLate--> same", restart, LATE, restart, REPEAT),
                arrow(
                        "Awaiting --answerTimedOut, connected--> Awaiting",
                        from,
                        TIMED_OUT_CONNECTED,
                        from,
                        REPEAT),
                arrow(
                        "Awaiting --answerTimedOut, not connected--> Rebuilding",
                        from,
                        TIMED_OUT,
                        REBUILDING,
                        REBUILD),
                arrow("Awaiting --broken--> Rebuilding", from, BROKEN, REBUILDING, REBUILD));
    }

    static Stream<Arguments> fromStable() {
        return Stream.of(
                arrow("Stable --tracksChanged--> Offering", STABLE, TRACKS, offering(), OFFER),
                arrow(
                        "Stable --restartNeeded--> Offering",
                        STABLE,
                        RESTART,
                        offering(),
                        OFFER_RESTART),
                arrow("Stable --described--> Stable", STABLE, DESCRIBED, STABLE),
                arrow("Stable --answered--> Stable", STABLE, ANSWERED, STABLE),
                arrow("Stable --answerLate--> Stable", STABLE, LATE, STABLE),
                arrow("Stable --answerTimedOut--> Stable", STABLE, TIMED_OUT, STABLE),
                arrow("Stable --broken--> Rebuilding", STABLE, BROKEN, REBUILDING, REBUILD),
                arrow("Stable --rebuilt--> Stable", STABLE, REBUILT, STABLE));
    }

    static Stream<Arguments> rebuilding() {
        return Stream.of(
                arrow("Rebuilding --tracksChanged--> Rebuilding", REBUILDING, TRACKS, REBUILDING),
                arrow("Rebuilding --restartNeeded--> Rebuilding", REBUILDING, RESTART, REBUILDING),
                arrow("Rebuilding --described--> Rebuilding", REBUILDING, DESCRIBED, REBUILDING),
                arrow("Rebuilding --answered--> Rebuilding", REBUILDING, ANSWERED, REBUILDING),
                arrow("Rebuilding --answerLate--> Rebuilding", REBUILDING, LATE, REBUILDING),
                arrow("Rebuilding --answerTimedOut--> same", REBUILDING, TIMED_OUT, REBUILDING),
                arrow("Rebuilding --broken--> Rebuilding", REBUILDING, BROKEN, REBUILDING),
                arrow("Rebuilding --rebuilt--> Offering", REBUILDING, REBUILT, offering(), OFFER));
    }

    @Test
    void anAnswerIsTakenBeforeTheNextOfferIsMade() {
        var waiting = new NegotiationState.AwaitingAnswer(PendingOffer.TRACKS);

        assertThat(Negotiation.next(waiting, ANSWERED).effects()).containsExactly(TAKE, OFFER);
    }

    private static NegotiationState offering() {
        return new NegotiationState.Offering(PendingOffer.NOTHING);
    }

    private static NegotiationState awaiting() {
        return new NegotiationState.AwaitingAnswer(PendingOffer.NOTHING);
    }

    private static Arguments arrow(
            String name,
            NegotiationState from,
            NegotiationEvent event,
            NegotiationState to,
            NegotiationEffect... effects) {
        return argumentSet(name, from, event, to, List.of(effects));
    }
}
