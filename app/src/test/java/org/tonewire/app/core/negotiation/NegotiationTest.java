package org.tonewire.app.core.negotiation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.tonewire.app.core.link.LinkState;
import org.tonewire.app.core.negotiation.NegotiationState.PendingOffer;

/// The arrows of a send link, named as in `docs/ARCHITECTURE.md`.
class NegotiationTest implements Arrows {
    @ParameterizedTest(name = "{argumentSetName}")
    @MethodSource({
        "offers",
        "answers",
        "answersWithANextOffer",
        "lateAnswers",
        "paths",
        "connectedPaths",
        "failures",
        "server"
    })
    void arrow(
            Negotiation from,
            NegotiationEvent event,
            NegotiationState to,
            List<NegotiationEffect> effects) {
        assertThat(from.next(event))
                .isInstanceOfSatisfying(
                        Negotiation.Step.class,
                        step -> {
                            assertThat(step.next().state()).isEqualTo(to);
                            assertThat(step.effects()).isEqualTo(effects);
                        });
    }

    static Stream<Arguments> offers() {
        NegotiationState tracks = offering(PendingOffer.TRACKS);
        NegotiationState restart = offering(PendingOffer.RESTART);
        return Stream.of(
                arrow("Idle --tracksChanged--> Offering", IDLE, TRACKS, OFFERING, OFFER),
                arrow("Idle --restartNeeded--> Offering", IDLE, RESTART, OFFERING, OFFER_RESTART),
                arrow("Stable --tracksChanged--> Offering", STABLE, TRACKS, OFFERING, OFFER),
                arrow(
                        "Stable --restartNeeded--> Offering",
                        STABLE,
                        RESTART,
                        OFFERING,
                        OFFER_RESTART),
                arrow("Offering --tracksChanged--> Offering, next", OFFERING, TRACKS, tracks),
                arrow("Offering, tracks --restartNeeded--> restart", tracks, RESTART, restart),
                arrow("Offering, restart --tracksChanged--> restart", restart, TRACKS, restart),
                arrow(
                        "Offering --described--> AwaitingAnswer",
                        OFFERING,
                        DESCRIBED,
                        AWAITING,
                        SEND,
                        LATE_IN_3,
                        TIMEOUT_IN_30),
                arrow(
                        "Offering, restart --described--> AwaitingAnswer, restart",
                        restart,
                        DESCRIBED,
                        awaiting(PendingOffer.RESTART),
                        SEND,
                        LATE_IN_3,
                        TIMEOUT_IN_30));
    }

    static Stream<Arguments> answers() {
        return Stream.of(
                arrow(
                        "AwaitingAnswer --answered--> Stable",
                        AWAITING,
                        ANSWERED,
                        STABLE,
                        NOT_LATE,
                        NO_TIMEOUT,
                        TAKE),
                arrow(
                        "AwaitingAnswer, connected --answered--> Stable, settled",
                        on(AWAITING, LinkState.CONNECTED),
                        ANSWERED,
                        STABLE,
                        NOT_LATE,
                        NO_TIMEOUT,
                        TAKE,
                        SETTLED),
                arrow(
                        "AwaitingAnswer, repeated --answered--> Stable",
                        new NegotiationState.AwaitingAnswer(PendingOffer.NOTHING, true),
                        ANSWERED,
                        STABLE,
                        NOT_LATE,
                        NO_TIMEOUT,
                        TAKE,
                        CANDIDATES));
    }

    static Stream<Arguments> answersWithANextOffer() {
        return Stream.of(
                arrow(
                        "AwaitingAnswer, tracks --answered--> Offering",
                        awaiting(PendingOffer.TRACKS),
                        ANSWERED,
                        OFFERING,
                        NOT_LATE,
                        NO_TIMEOUT,
                        TAKE,
                        OFFER),
                arrow(
                        "AwaitingAnswer, restart --answered--> Offering",
                        awaiting(PendingOffer.RESTART),
                        ANSWERED,
                        OFFERING,
                        NOT_LATE,
                        NO_TIMEOUT,
                        TAKE,
                        OFFER_RESTART));
    }

    static Stream<Arguments> lateAnswers() {
        return Stream.of(
                arrow(
                        "AwaitingAnswer --answerLate--> AwaitingAnswer, repeated",
                        AWAITING,
                        LATE,
                        new NegotiationState.AwaitingAnswer(PendingOffer.NOTHING, true),
                        REPEAT,
                        LATE_IN_6),
                arrow(
                        "AwaitingAnswer, connected --answerTimedOut--> AwaitingAnswer",
                        on(AWAITING, LinkState.CONNECTED),
                        TIMED_OUT,
                        AWAITING,
                        TIMEOUT_IN_30),
                arrow(
                        "AwaitingAnswer, not connected --answerTimedOut--> Rebuilding",
                        on(AWAITING, LinkState.DISCONNECTED),
                        TIMED_OUT,
                        REBUILDING,
                        rebuilt(LinkState.DISCONNECTED, 1)));
    }

    static Stream<Arguments> paths() {
        return Stream.of(
                arrow(
                        "Stable --disconnected--> Stable",
                        on(STABLE, LinkState.CONNECTED),
                        changed(LinkState.DISCONNECTED),
                        STABLE,
                        tell(LinkState.DISCONNECTED),
                        start(LinkTimer.DISCONNECTED, 3)),
                arrow(
                        "Stable, disconnected --stayedDisconnected--> Offering",
                        on(STABLE, LinkState.DISCONNECTED),
                        STAYED,
                        OFFERING,
                        OFFER_RESTART),
                arrow(
                        "Stable --failed--> Offering",
                        on(STABLE, LinkState.DISCONNECTED),
                        changed(LinkState.FAILED),
                        OFFERING,
                        tell(LinkState.FAILED),
                        NO_PATH,
                        OFFER_RESTART));
    }

    static Stream<Arguments> connectedPaths() {
        return Stream.of(
                arrow(
                        "Stable --connected--> Stable, settled",
                        STABLE,
                        changed(LinkState.CONNECTED),
                        STABLE,
                        tell(LinkState.CONNECTED),
                        stop(LinkTimer.CONNECT_TIMEOUT),
                        stop(LinkTimer.DISCONNECTED),
                        SETTLED),
                arrow(
                        "AwaitingAnswer --connected--> AwaitingAnswer",
                        AWAITING,
                        changed(LinkState.CONNECTED),
                        AWAITING,
                        tell(LinkState.CONNECTED),
                        TIMEOUT_IN_30,
                        stop(LinkTimer.CONNECT_TIMEOUT),
                        stop(LinkTimer.DISCONNECTED)));
    }

    static Stream<Arguments> failures() {
        List<NegotiationEffect> expected = new ArrayList<>(List.of(PROBLEM));
        expected.addAll(List.of(rebuilt(LinkState.CONNECTING, 1)));
        NegotiationEffect[] rebuild = expected.toArray(NegotiationEffect[]::new);
        expected.set(0, NO_PATH);
        NegotiationEffect[] unreachable = expected.toArray(NegotiationEffect[]::new);
        return Stream.of(
                arrow(
                        "Idle --exchangeFailed--> Rebuilding",
                        IDLE,
                        EXCHANGE_FAILED,
                        REBUILDING,
                        rebuild),
                arrow(
                        "Offering --exchangeFailed--> Rebuilding",
                        OFFERING,
                        EXCHANGE_FAILED,
                        REBUILDING,
                        rebuild),
                arrow(
                        "AwaitingAnswer --connectTimedOut--> Rebuilding",
                        AWAITING,
                        NO_CONNECTION,
                        REBUILDING,
                        unreachable),
                arrow(
                        "Rebuilding --rebuildDue--> Offering",
                        REBUILDING,
                        REBUILD_DUE,
                        OFFERING,
                        new NegotiationEffect.OpenLink(),
                        start(LinkTimer.CONNECT_TIMEOUT, 20),
                        tell(LinkState.CONNECTING),
                        OFFER));
    }

    static Stream<Arguments> server() {
        return Stream.of(
                arrow(
                        "AwaitingAnswer --serverLost--> AwaitingAnswer",
                        AWAITING,
                        SERVER_LOST,
                        AWAITING,
                        NOT_LATE,
                        NO_TIMEOUT),
                arrow(
                        "AwaitingAnswer --serverBack--> AwaitingAnswer, repeated",
                        on(AWAITING, LinkState.CONNECTED),
                        SERVER_BACK,
                        new NegotiationState.AwaitingAnswer(PendingOffer.NOTHING, true),
                        REPEAT,
                        LATE_IN_3,
                        TIMEOUT_IN_30),
                arrow(
                        "Stable, not connected --serverBack--> Stable",
                        STABLE,
                        SERVER_BACK,
                        STABLE,
                        CANDIDATES));
    }

    @ParameterizedTest(name = "{argumentSetName}")
    @MethodSource("notAllowed")
    void anArrowThatIsNotAllowedIsIgnoredWithAReason(Negotiation from, NegotiationEvent event) {
        assertThat(from.next(event))
                .isInstanceOfSatisfying(
                        Negotiation.Ignored.class,
                        ignored -> assertThat(ignored.why()).isNotBlank());
    }

    static Stream<Arguments> notAllowed() {
        List<Arguments> all = new ArrayList<>();
        for (NegotiationState state : List.of(IDLE, STABLE, REBUILDING, AWAITING)) {
            all.add(not(state, DESCRIBED));
        }
        for (NegotiationState state : List.of(IDLE, OFFERING, STABLE, REBUILDING)) {
            all.add(not(state, ANSWERED));
            all.add(not(state, LATE));
            all.add(not(state, TIMED_OUT));
        }
        for (NegotiationState state : List.of(IDLE, OFFERING, AWAITING, STABLE)) {
            all.add(not(state, REBUILD_DUE));
            all.add(not(state, STAYED));
            all.add(not(state, changed(LinkState.CONNECTING)));
        }
        for (NegotiationEvent event :
                List.of(TRACKS, RESTART, EXCHANGE_FAILED, changed(LinkState.CONNECTED))) {
            all.add(not(REBUILDING, event));
        }
        all.add(
                argumentSet(
                        "connected --connectTimedOut",
                        on(STABLE, LinkState.CONNECTED),
                        NO_CONNECTION));
        return all.stream();
    }

    @Test
    void anOfferMadeWithoutTheServerStartsNoTimer() {
        Negotiation lost = new Negotiation(OFFERING, LinkState.CONNECTING, false, 0, false);

        assertThat(effects(lost, DESCRIBED)).containsExactly(SEND);
    }

    @Test
    void aMissingPathIsReportedOnce() {
        Negotiation reported = new Negotiation(AWAITING, LinkState.CONNECTING, true, 0, true);

        assertThat(effects(reported, NO_CONNECTION)).doesNotContain(NO_PATH);
    }

    @Test
    void theWaitBeforeANewLinkDoublesUntilOneConnects() {
        Negotiation often = new Negotiation(AWAITING, LinkState.CONNECTING, true, 2, true);

        assertThat(effects(often, NO_CONNECTION)).contains(start(LinkTimer.REBUILD, 4));
        assertThat(often.next(changed(LinkState.CONNECTED)))
                .isInstanceOfSatisfying(
                        Negotiation.Step.class,
                        step -> assertThat(step.next().rebuilds()).isZero());
    }

    private static List<NegotiationEffect> effects(Negotiation from, NegotiationEvent event) {
        return switch (from.next(event)) {
            case Negotiation.Step step -> step.effects();
            case Negotiation.Ignored _ -> List.of();
        };
    }

    private static NegotiationEffect[] rebuilt(LinkState before, int seconds) {
        List<NegotiationEffect> effects = new ArrayList<>();
        for (LinkTimer timer : LinkTimer.values()) {
            effects.add(stop(timer));
        }
        effects.add(new NegotiationEffect.CloseLink());
        if (before != LinkState.FAILED) {
            effects.add(tell(LinkState.FAILED));
        }
        effects.add(start(LinkTimer.REBUILD, seconds));
        return effects.toArray(NegotiationEffect[]::new);
    }

    private static NegotiationState offering(PendingOffer next) {
        return new NegotiationState.Offering(next);
    }

    private static NegotiationState awaiting(PendingOffer next) {
        return new NegotiationState.AwaitingAnswer(next, false);
    }

    private static NegotiationEvent changed(LinkState state) {
        return new NegotiationEvent.LinkChanged(state);
    }

    private static NegotiationEffect tell(LinkState state) {
        return new NegotiationEffect.ReportState(state);
    }

    private static NegotiationEffect start(LinkTimer timer, int seconds) {
        return new NegotiationEffect.StartTimer(timer, Duration.ofSeconds(seconds));
    }

    private static NegotiationEffect stop(LinkTimer timer) {
        return new NegotiationEffect.StopTimer(timer);
    }

    private static Negotiation on(NegotiationState state, LinkState path) {
        return new Negotiation(state, path, true, 0, false);
    }

    private static Arguments not(NegotiationState from, NegotiationEvent event) {
        String name = from.getClass().getSimpleName() + " --" + event.getClass().getSimpleName();
        return argumentSet(name, on(from, LinkState.CONNECTING), event);
    }

    private static Arguments arrow(
            String name,
            NegotiationState from,
            NegotiationEvent event,
            NegotiationState to,
            NegotiationEffect... effects) {
        return arrow(name, on(from, LinkState.CONNECTING), event, to, effects);
    }

    private static Arguments arrow(
            String name,
            Negotiation from,
            NegotiationEvent event,
            NegotiationState to,
            NegotiationEffect... effects) {
        return argumentSet(name, from, event, to, List.of(effects));
    }
}
