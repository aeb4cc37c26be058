package org.tonewire.app.rtc;

import dev.onvoid.webrtc.CreateSessionDescriptionObserver;
import dev.onvoid.webrtc.PeerConnectionFactory;
import dev.onvoid.webrtc.PeerConnectionObserver;
import dev.onvoid.webrtc.RTCAnswerOptions;
import dev.onvoid.webrtc.RTCIceCandidate;
import dev.onvoid.webrtc.RTCOfferOptions;
import dev.onvoid.webrtc.RTCPeerConnection;
import dev.onvoid.webrtc.RTCPeerConnectionState;
import dev.onvoid.webrtc.RTCSdpType;
import dev.onvoid.webrtc.RTCSessionDescription;
import dev.onvoid.webrtc.RTCStatsCollectorCallback;
import dev.onvoid.webrtc.SetSessionDescriptionObserver;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tonewire.app.core.link.ExchangeStage;
import org.tonewire.app.core.link.IceCandidate;
import org.tonewire.app.core.link.IceSettings;
import org.tonewire.app.core.link.LinkListener;
import org.tonewire.app.core.link.LinkState;
import org.tonewire.app.core.link.LinkStats;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.rtc.sdp.CandidateCheck;
import org.tonewire.app.rtc.sdp.DescriptionCheck;

/// A native peer connection, with events in order: candidates wait for the description they belong
/// to, in both directions, and no event is reported after [#close()]. Session thread.
final class Connection {
    private static final Logger log = LoggerFactory.getLogger(Connection.class);
    private static final int MAX_WAITING_CANDIDATES = 256;

    private final SessionCalls calls;
    private final LinkListener listener;
    private final ConnectionEvents events;

    /// Null where the library made none.
    private final @Nullable RTCPeerConnection peer;

    private final StatsReader stats = new StatsReader();

    /// Until the remote description is applied.
    private final List<IceCandidate> waitingRemoteCandidates = new ArrayList<>();

    /// Until the local description is reported.
    private final List<IceCandidate> waitingLocalCandidates = new ArrayList<>();

    private boolean described;
    private boolean remoteDescribed;
    private boolean closed;

    Connection(
            SessionCalls calls,
            PeerConnectionFactory factory,
            IceSettings settings,
            LinkListener listener,
            ConnectionEvents events) {
        this.calls = calls;
        this.listener = listener;
        this.events = events;
        PeerConnectionObserver observer = new ConnectionObserver(this, events);
        peer = open(factory, settings, observer);
    }

    private @Nullable RTCPeerConnection open(
            PeerConnectionFactory factory, IceSettings settings, PeerConnectionObserver observer) {
        String why = "no connection was made";
        try {
            @Nullable RTCPeerConnection made =
                    factory.createPeerConnection(
                            IceConfigurations.of(settings),
                            calls.guard().around(PeerConnectionObserver.class, observer));
            if (made != null) {
                return made;
            }
        } catch (RuntimeException | Error e) {
            why = String.valueOf(e.getMessage());
        }
        fail(ExchangeStage.OPEN_LINK, why);
        return null;
    }

    /// Makes something with the native connection. A failure is reported as one of this stage; that
    /// there is no connection was reported when it was opened.
    ///
    /// @return what was made; empty if it was not
    <T> Optional<T> make(ExchangeStage stage, Function<RTCPeerConnection, @Nullable T> call) {
        RTCPeerConnection open = peer;
        if (closed || open == null) {
            return Optional.empty();
        }
        try {
            @Nullable T made = call.apply(open);
            if (made == null) {
                fail(stage, "nothing was made");
            }
            return Optional.ofNullable(made);
        } catch (RuntimeException | Error e) {
            fail(stage, String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    void createOffer(boolean restart, Consumer<String> done) {
        RTCOfferOptions options = new RTCOfferOptions();
        options.iceRestart = restart;
        attempt(
                ExchangeStage.MAKE_OFFER,
                open -> open.createOffer(options, created(ExchangeStage.MAKE_OFFER, done)));
    }

    void createAnswer(Consumer<String> done) {
        attempt(
                ExchangeStage.MAKE_ANSWER,
                open ->
                        open.createAnswer(
                                new RTCAnswerOptions(), created(ExchangeStage.MAKE_ANSWER, done)));
    }

    /// Applies the local description and reports it; candidates for it follow.
    void describe(RTCSdpType type, String sdp, Runnable done) {
        described = false;
        attempt(
                ExchangeStage.APPLY_OWN,
                open ->
                        open.setLocalDescription(
                                checked(type, sdp),
                                applied(ExchangeStage.APPLY_OWN, () -> report(sdp, done))));
    }

    /// Applies the remote description.
    void take(RTCSdpType type, String sdp, Runnable done) {
        ExchangeStage stage =
                type == RTCSdpType.OFFER ? ExchangeStage.TAKE_OFFER : ExchangeStage.TAKE_ANSWER;
        attempt(
                stage,
                open ->
                        open.setRemoteDescription(
                                checked(type, sdp), applied(stage, () -> remoteApplied(done))));
    }

    void addCandidate(IceCandidate candidate) {
        if (remoteDescribed) {
            add(candidate);
        } else if (waitingRemoteCandidates.size() < MAX_WAITING_CANDIDATES) {
            waitingRemoteCandidates.add(candidate);
        }
    }

    void collectStats(Consumer<LinkStats> receiver) {
        RTCPeerConnection open = peer;
        if (closed || open == null) {
            return;
        }
        RTCStatsCollectorCallback callback =
                report -> {
                    LinkStats read = stats.read(report);
                    postToSession(() -> receiver.accept(read));
                };
        open.getStats(calls.guard().around(RTCStatsCollectorCallback.class, callback));
    }

    boolean isClosed() {
        return closed;
    }

    void close() {
        closed = true;
        if (peer != null) {
            peer.close();
        }
    }

    /// Runs a task of a native thread on the session thread, unless the connection is closed by
    /// then.
    void postToSession(Runnable task) {
        calls.postToSession(() -> {
            if (!closed) {
                task.run();
            }
        });
    }

    /// Reports a problem later, never from within a call to the link.
    void warn(Problem problem) {
        postToSession(() -> listener.warned(problem));
    }

    /// Reports a failure later, never from within a call to the link.
    ///
    /// @param why the library's message, for the trace log only, as it may quote the description
    void fail(ExchangeStage stage, String why) {
        log.trace("Exchange failed at {}: {}", stage, why);
        postToSession(() -> listener.exchangeFailed(stage));
        postToSession(events::exchangeFailed);
    }

    void candidateFound(IceCandidate candidate) {
        if (described) {
            listener.candidateFound(candidate);
        } else {
            waitingLocalCandidates.add(candidate);
        }
    }

    void stateChanged(RTCPeerConnectionState state) {
        switch (state) {
            case NEW -> {}
            case CONNECTING -> listener.stateChanged(LinkState.CONNECTING);
            case CONNECTED -> listener.stateChanged(LinkState.CONNECTED);
            case DISCONNECTED -> listener.stateChanged(LinkState.DISCONNECTED);
            case FAILED -> listener.stateChanged(LinkState.FAILED);
            case CLOSED -> listener.stateChanged(LinkState.CLOSED);
        }
    }

    private void attempt(ExchangeStage stage, Consumer<RTCPeerConnection> call) {
        var _ =
                make(
                        stage,
                        open -> {
                            call.accept(open);
                            return open;
                        });
    }

    /// Checks every description before native code gets it, a local one too, as it may hold remote
    /// values.
    private static RTCSessionDescription checked(RTCSdpType type, String sdp) {
        DescriptionCheck.refusal(sdp)
                .ifPresent(why -> {
                    throw new IllegalArgumentException("refused: " + why);
                });
        return new RTCSessionDescription(type, sdp);
    }

    private void report(String sdp, Runnable done) {
        listener.described(sdp);
        described = true;
        waitingLocalCandidates.forEach(listener::candidateFound);
        waitingLocalCandidates.clear();
        done.run();
    }

    private void remoteApplied(Runnable done) {
        remoteDescribed = true;
        waitingRemoteCandidates.forEach(this::add);
        waitingRemoteCandidates.clear();
        done.run();
    }

    /// A candidate that is refused only means one path less.
    private void add(IceCandidate candidate) {
        RTCPeerConnection open = peer;
        if (closed || open == null || !CandidateCheck.acceptable(candidate)) {
            return;
        }
        try {
            open.addIceCandidate(
                    new RTCIceCandidate(
                            candidate.sdpMid(), candidate.sdpMLineIndex(), candidate.candidate()));
        } catch (RuntimeException | Error e) {
            log.trace("Candidate refused: {}", e.getMessage());
        }
    }

    private CreateSessionDescriptionObserver created(ExchangeStage stage, Consumer<String> done) {
        CreateSessionDescriptionObserver observer =
                new CreateSessionDescriptionObserver() {
                    @Override
                    public void onSuccess(RTCSessionDescription description) {
                        postToSession(() -> done.accept(description.sdp));
                    }

                    @Override
                    public void onFailure(String error) {
                        postToSession(() -> fail(stage, error));
                    }
                };
        return calls.guard().around(CreateSessionDescriptionObserver.class, observer);
    }

    private SetSessionDescriptionObserver applied(ExchangeStage stage, Runnable done) {
        SetSessionDescriptionObserver observer =
                new SetSessionDescriptionObserver() {
                    @Override
                    public void onSuccess() {
                        postToSession(done);
                    }

                    @Override
                    public void onFailure(String error) {
                        postToSession(() -> fail(stage, error));
                    }
                };
        return calls.guard().around(SetSessionDescriptionObserver.class, observer);
    }
}
