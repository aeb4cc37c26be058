package org.tonewire.app.rtc;

import dev.onvoid.webrtc.CreateSessionDescriptionObserver;
import dev.onvoid.webrtc.PeerConnectionFactory;
import dev.onvoid.webrtc.PeerConnectionObserver;
import dev.onvoid.webrtc.RTCAnswerOptions;
import dev.onvoid.webrtc.RTCConfiguration;
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
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tonewire.app.core.link.ExchangeStage;
import org.tonewire.app.core.link.IceCandidate;
import org.tonewire.app.core.link.LinkState;
import org.tonewire.app.core.link.LinkStats;
import org.tonewire.app.core.link.OfferKind;
import org.tonewire.app.rtc.sdp.CandidateCheck;
import org.tonewire.app.rtc.sdp.DescriptionCheck;

/// A native peer connection, with events in order: candidates wait for the description they belong
/// to, in both directions, and no event is reported after [#close()]. Owned by one thread, which
/// makes every call but [#post(Runnable)].
public final class Connection {
    private static final Logger log = LoggerFactory.getLogger(Connection.class);
    private static final int MAX_WAITING_CANDIDATES = 256;

    private final OwnerThread owner;
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

    /// What is done with the remote side's sound tracks. Video is always declined.
    public enum RemoteSound {
        /// Taken, and muted in the native mix: sinks get it all the same.
        MUTED,
        DECLINED
    }

    /// Opens a connection. That the library makes none is reported later, as any other failure.
    public Connection(
            OwnerThread owner,
            PeerConnectionFactory factory,
            RTCConfiguration configuration,
            RemoteSound sound,
            ConnectionEvents events) {
        this.owner = owner;
        this.events = events;
        PeerConnectionObserver observer = new ConnectionObserver(this, sound, events);
        peer = open(factory, configuration, observer);
    }

    private @Nullable RTCPeerConnection open(
            PeerConnectionFactory factory,
            RTCConfiguration configuration,
            PeerConnectionObserver observer) {
        String why = "no connection was made";
        try {
            @Nullable RTCPeerConnection made =
                    factory.createPeerConnection(
                            configuration,
                            owner.guard().around(PeerConnectionObserver.class, observer));
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

    /// Uses other servers from the next restart on. That they are refused only means that the ones
    /// before are asked.
    void use(RTCConfiguration changed) {
        RTCPeerConnection open = peer;
        if (closed || open == null) {
            return;
        }
        try {
            open.setConfiguration(changed);
        } catch (RuntimeException | Error e) {
            log.warn("A connection keeps its STUN and TURN servers");
            log.trace("Servers refused: {}", e.getMessage());
        }
    }

    /// Makes an offer, applies it, and reports it.
    ///
    /// @param change what to apply instead of the library's description
    void offer(OfferKind kind, UnaryOperator<String> change) {
        RTCOfferOptions options = new RTCOfferOptions();
        options.iceRestart = kind == OfferKind.RESTART;
        Consumer<String> made = sdp -> describe(RTCSdpType.OFFER, change.apply(sdp), () -> {});
        attempt(
                ExchangeStage.MAKE_OFFER,
                open -> open.createOffer(options, created(ExchangeStage.MAKE_OFFER, made)));
    }

    /// Applies the remote side's answer to the last offer.
    void acceptAnswer(String sdp) {
        take(ExchangeStage.TAKE_ANSWER, RTCSdpType.ANSWER, sdp, () -> {});
    }

    /// Applies the remote side's offer, makes the answer, applies and reports it.
    ///
    /// @param change what to apply instead of the library's description
    /// @param done run after the answer is reported
    public void answer(String offer, UnaryOperator<String> change, Runnable done) {
        Consumer<String> made = sdp -> describe(RTCSdpType.ANSWER, change.apply(sdp), done);
        take(ExchangeStage.TAKE_OFFER, RTCSdpType.OFFER, offer, () -> createAnswer(made));
    }

    private void createAnswer(Consumer<String> made) {
        attempt(
                ExchangeStage.MAKE_ANSWER,
                open ->
                        open.createAnswer(
                                new RTCAnswerOptions(), created(ExchangeStage.MAKE_ANSWER, made)));
    }

    /// Applies the local description and reports it; candidates for it follow.
    private void describe(RTCSdpType type, String sdp, Runnable done) {
        described = false;
        attempt(
                ExchangeStage.APPLY_OWN,
                open ->
                        open.setLocalDescription(
                                checked(type, sdp),
                                applied(ExchangeStage.APPLY_OWN, () -> report(sdp, done))));
    }

    private void take(ExchangeStage stage, RTCSdpType type, String sdp, Runnable done) {
        attempt(
                stage,
                open ->
                        open.setRemoteDescription(
                                checked(type, sdp), applied(stage, () -> remoteApplied(done))));
    }

    /// The local description with the candidates that are found so far; empty, and reported as a
    /// failure, where there is none.
    public Optional<String> localDescription() {
        return make(ExchangeStage.APPLY_OWN, RTCPeerConnection::getLocalDescription)
                .map(description -> description.sdp);
    }

    public void addCandidate(IceCandidate candidate) {
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
                    post(() -> receiver.accept(read));
                };
        open.getStats(owner.guard().around(RTCStatsCollectorCallback.class, callback));
    }

    boolean isClosed() {
        return closed;
    }

    /// Idempotent. Sinks and data channels are to be closed before, tracks and factory after it.
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        if (peer != null) {
            peer.close();
        }
    }

    /// Runs a task on the owning thread, unless the connection is closed by then. Any thread.
    void post(Runnable task) {
        owner.post(() -> {
            if (!closed) {
                task.run();
            }
        });
    }

    /// Reports a failure later, never from within a call to the link.
    ///
    /// @param why the library's message, for the trace log only, as it may quote the description
    void fail(ExchangeStage stage, String why) {
        log.trace("Exchange failed at {}: {}", stage, why);
        post(() -> events.exchangeFailed(stage));
    }

    void candidateFound(IceCandidate candidate) {
        if (described) {
            events.candidateFound(candidate);
        } else {
            waitingLocalCandidates.add(candidate);
        }
    }

    void stateChanged(RTCPeerConnectionState state) {
        switch (state) {
            case NEW -> {}
            case CONNECTING -> events.stateChanged(LinkState.CONNECTING);
            case CONNECTED -> events.stateChanged(LinkState.CONNECTED);
            case DISCONNECTED -> events.stateChanged(LinkState.DISCONNECTED);
            case FAILED -> events.stateChanged(LinkState.FAILED);
            case CLOSED -> events.stateChanged(LinkState.CLOSED);
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
        events.described(sdp);
        described = true;
        waitingLocalCandidates.forEach(events::candidateFound);
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
                        post(() -> done.accept(description.sdp));
                    }

                    @Override
                    public void onFailure(String error) {
                        post(() -> fail(stage, error));
                    }
                };
        return owner.guard().around(CreateSessionDescriptionObserver.class, observer);
    }

    private SetSessionDescriptionObserver applied(ExchangeStage stage, Runnable done) {
        SetSessionDescriptionObserver observer =
                new SetSessionDescriptionObserver() {
                    @Override
                    public void onSuccess() {
                        post(done);
                    }

                    @Override
                    public void onFailure(String error) {
                        post(() -> fail(stage, error));
                    }
                };
        return owner.guard().around(SetSessionDescriptionObserver.class, observer);
    }
}
