package org.tonewire.app.core.negotiation;

import java.time.Duration;
import org.tonewire.app.core.link.ExchangeStage;
import org.tonewire.app.core.link.OfferKind;
import org.tonewire.app.core.negotiation.NegotiationState.PendingOffer;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.core.problem.Reason;

/// Short names for the states, events and effects of a [Negotiation].
interface Arrows {
    NegotiationState IDLE = new NegotiationState.Idle();
    NegotiationState STABLE = new NegotiationState.Stable();
    NegotiationState REBUILDING = new NegotiationState.Rebuilding();
    NegotiationState OFFERING = new NegotiationState.Offering(PendingOffer.NOTHING);
    NegotiationState AWAITING = new NegotiationState.AwaitingAnswer(PendingOffer.NOTHING, false);

    NegotiationEvent TRACKS = new NegotiationEvent.TracksChanged();
    NegotiationEvent RESTART = new NegotiationEvent.RestartNeeded();
    NegotiationEvent DESCRIBED = new NegotiationEvent.Described("offer");
    NegotiationEvent ANSWERED = new NegotiationEvent.Answered("answer");
    NegotiationEvent LATE = new NegotiationEvent.AnswerLate();
    NegotiationEvent TIMED_OUT = new NegotiationEvent.AnswerTimedOut();
    NegotiationEvent NO_CONNECTION = new NegotiationEvent.ConnectTimedOut();
    NegotiationEvent STAYED = new NegotiationEvent.StayedDisconnected();
    NegotiationEvent EXCHANGE_FAILED =
            new NegotiationEvent.ExchangeFailed(ExchangeStage.TAKE_ANSWER);
    NegotiationEvent REBUILD_DUE = new NegotiationEvent.RebuildDue();
    NegotiationEvent SERVER_LOST = new NegotiationEvent.ServerLost();
    NegotiationEvent SERVER_BACK = new NegotiationEvent.ServerBack();

    NegotiationEffect OFFER = new NegotiationEffect.MakeOffer(OfferKind.TRACKS);
    NegotiationEffect OFFER_RESTART = new NegotiationEffect.MakeOffer(OfferKind.RESTART);
    NegotiationEffect SEND = new NegotiationEffect.SendOffer("offer");
    NegotiationEffect REPEAT = new NegotiationEffect.RepeatOffer();
    NegotiationEffect TAKE = new NegotiationEffect.TakeAnswer("answer");
    NegotiationEffect CANDIDATES = new NegotiationEffect.RepeatCandidates();
    NegotiationEffect SETTLED = new NegotiationEffect.ReportSettled();
    NegotiationEffect PROBLEM = new NegotiationEffect.ReportProblem(Problem.of(Reason.LINK_FAILED));
    NegotiationEffect NO_PATH =
            new NegotiationEffect.ReportProblem(Problem.of(Reason.PARTICIPANT_UNREACHABLE));
    NegotiationEffect LATE_IN_3 =
            new NegotiationEffect.StartTimer(LinkTimer.ANSWER_LATE, Duration.ofSeconds(3));
    NegotiationEffect LATE_IN_6 =
            new NegotiationEffect.StartTimer(LinkTimer.ANSWER_LATE, Duration.ofSeconds(6));
    NegotiationEffect TIMEOUT_IN_30 =
            new NegotiationEffect.StartTimer(LinkTimer.ANSWER_TIMEOUT, Duration.ofSeconds(30));
    NegotiationEffect NOT_LATE = new NegotiationEffect.StopTimer(LinkTimer.ANSWER_LATE);
    NegotiationEffect NO_TIMEOUT = new NegotiationEffect.StopTimer(LinkTimer.ANSWER_TIMEOUT);
}
