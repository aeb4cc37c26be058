package org.tonewire.app.rtc.hub;

import dev.onvoid.webrtc.CreateSessionDescriptionObserver;
import dev.onvoid.webrtc.PeerConnectionFactory;
import dev.onvoid.webrtc.PeerConnectionObserver;
import dev.onvoid.webrtc.RTCAnswerOptions;
import dev.onvoid.webrtc.RTCConfiguration;
import dev.onvoid.webrtc.RTCDataChannel;
import dev.onvoid.webrtc.RTCIceCandidate;
import dev.onvoid.webrtc.RTCIceGatheringState;
import dev.onvoid.webrtc.RTCPeerConnection;
import dev.onvoid.webrtc.RTCPeerConnectionState;
import dev.onvoid.webrtc.RTCRtpTransceiver;
import dev.onvoid.webrtc.RTCRtpTransceiverDirection;
import dev.onvoid.webrtc.RTCSdpType;
import dev.onvoid.webrtc.RTCSessionDescription;
import dev.onvoid.webrtc.SetSessionDescriptionObserver;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tonewire.app.core.link.IceCandidate;
import org.tonewire.app.rtc.TextChannel;
import org.tonewire.app.rtc.guard.NativeGuard;
import org.tonewire.app.rtc.sdp.CandidateCheck;
import org.tonewire.app.rtc.sdp.DescriptionCheck;
import org.tonewire.signaling.extend.OfferLink;

/// One connection: takes an offer, answers when every candidate is found (or after a limit), and
/// carries texts. All state belongs to the given thread.
final class WebRtcOfferLink implements OfferLink, PeerConnectionObserver {
    private static final Logger log = LoggerFactory.getLogger(WebRtcOfferLink.class);
    private static final long GATHERING_SECONDS = 3;

    private final Supplier<PeerConnectionFactory> factory;
    private final ScheduledExecutorService thread;
    private final NativeGuard guard;
    private final Listener listener;
    private final CompletableFuture<String> answer = new CompletableFuture<>();
    private @Nullable RTCPeerConnection peer;
    private @Nullable TextChannel channel;
    private boolean closed;

    WebRtcOfferLink(
            Supplier<PeerConnectionFactory> factory,
            ScheduledExecutorService thread,
            NativeGuard guard,
            Listener listener) {
        this.factory = factory;
        this.thread = thread;
        this.guard = guard;
        this.listener = listener;
    }

    @Override
    public CompletionStage<String> answer(String offerSdp) {
        if (!DescriptionCheck.acceptable(offerSdp)) {
            fail();
            return answer;
        }
        run(() -> {
            @Nullable RTCPeerConnection made =
                    factory.get()
                            .createPeerConnection(
                                    new RTCConfiguration(),
                                    guard.around(PeerConnectionObserver.class, this));
            if (made == null) {
                throw new IllegalStateException("no connection was made");
            }
            take(made, offerSdp);
        });
        return answer;
    }

    private void take(RTCPeerConnection made, String offerSdp) {
        peer = made;
        made.setRemoteDescription(
                new RTCSessionDescription(RTCSdpType.OFFER, offerSdp),
                applied(() -> made.createAnswer(new RTCAnswerOptions(), created(made))));
    }

    @Override
    public void addCandidate(String candidate, String sdpMid, int sdpMLineIndex) {
        IceCandidate offered = new IceCandidate(candidate, sdpMid, sdpMLineIndex);
        if (CandidateCheck.acceptable(offered)) {
            run(() -> {
                if (peer != null) {
                    peer.addIceCandidate(new RTCIceCandidate(sdpMid, sdpMLineIndex, candidate));
                }
            });
        }
    }

    @Override
    public void send(String text) {
        run(() -> {
            if (channel != null) {
                channel.send(text);
            }
        });
    }

    @Override
    public void close() {
        thread.execute(() -> {
            if (!closed) {
                closed = true;
                if (channel != null) {
                    channel.close();
                }
                if (peer != null) {
                    peer.close();
                }
                answer.cancel(false);
            }
        });
    }

    @Override
    public void onIceCandidate(RTCIceCandidate candidate) {
        // The answer holds the candidates.
    }

    @Override
    public void onIceGatheringChange(RTCIceGatheringState state) {
        if (state == RTCIceGatheringState.COMPLETE) {
            run(this::reportAnswer);
        }
    }

    @Override
    public void onConnectionChange(RTCPeerConnectionState state) {
        if (state == RTCPeerConnectionState.FAILED || state == RTCPeerConnectionState.CLOSED) {
            run(listener::disconnected);
        }
    }

    /// Declines audio and video.
    @Override
    public void onTrack(RTCRtpTransceiver transceiver) {
        transceiver.setDirection(RTCRtpTransceiverDirection.INACTIVE);
    }

    @Override
    public void onDataChannel(RTCDataChannel made) {
        run(() -> {
            TextChannel appeared = new TextChannel(this::run, guard, made);
            if (channel == null) {
                channel = appeared;
                appeared.observe(() -> {}, listener::received, listener::disconnected);
            } else {
                appeared.close();
            }
        });
    }

    private void reportAnswer() {
        RTCPeerConnection current = peer;
        if (current != null && !answer.isDone()) {
            answer.complete(current.getLocalDescription().sdp);
        }
    }

    /// Applies the answer; it is reported when it holds its candidates.
    private void describe(RTCPeerConnection current, RTCSessionDescription description) {
        current.setLocalDescription(
                description,
                applied(() -> {
                    if (current.getIceGatheringState() == RTCIceGatheringState.COMPLETE) {
                        reportAnswer();
                    }
                    var _ =
                            thread.schedule(
                                    () -> run(this::reportAnswer),
                                    GATHERING_SECONDS,
                                    TimeUnit.SECONDS);
                }));
    }

    private CreateSessionDescriptionObserver created(RTCPeerConnection current) {
        return guard.around(
                CreateSessionDescriptionObserver.class,
                new CreateSessionDescriptionObserver() {
                    @Override
                    public void onSuccess(RTCSessionDescription description) {
                        run(() -> describe(current, description));
                    }

                    @Override
                    public void onFailure(String error) {
                        fail();
                    }
                });
    }

    private SetSessionDescriptionObserver applied(Runnable done) {
        return guard.around(
                SetSessionDescriptionObserver.class,
                new SetSessionDescriptionObserver() {
                    @Override
                    public void onSuccess() {
                        run(done);
                    }

                    @Override
                    public void onFailure(String error) {
                        fail();
                    }
                });
    }

    /// Runs a task on this link's thread, unless the link is closed; a failure ends the wait for an
    /// answer.
    private void run(Runnable task) {
        thread.execute(() -> {
            if (!closed) {
                try {
                    task.run();
                } catch (RuntimeException | Error e) {
                    log.trace("An offer's connection failed: {}", e.getMessage());
                    fail();
                }
            }
        });
    }

    /// Leaves out the library's message, as it may quote the description.
    private void fail() {
        answer.completeExceptionally(new IllegalStateException("the offer cannot be answered"));
    }
}
