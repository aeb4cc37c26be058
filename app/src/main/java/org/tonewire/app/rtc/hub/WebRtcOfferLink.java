package org.tonewire.app.rtc.hub;

import dev.onvoid.webrtc.PeerConnectionFactory;
import dev.onvoid.webrtc.RTCConfiguration;
import dev.onvoid.webrtc.RTCDataChannel;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tonewire.app.core.link.ExchangeStage;
import org.tonewire.app.core.link.IceCandidate;
import org.tonewire.app.core.link.LinkState;
import org.tonewire.app.rtc.Connection;
import org.tonewire.app.rtc.ConnectionEvents;
import org.tonewire.app.rtc.OwnerThread;
import org.tonewire.app.rtc.TextChannel;
import org.tonewire.app.rtc.guard.NativeGuard;
import org.tonewire.app.rtc.sdp.DescriptionCheck;
import org.tonewire.signaling.extend.OfferLink;

/// One connection: takes an offer, answers when every candidate is found (or after a limit), and
/// carries texts. All state belongs to the given thread.
final class WebRtcOfferLink implements OfferLink, ConnectionEvents {
    private static final Logger log = LoggerFactory.getLogger(WebRtcOfferLink.class);
    private static final long GATHERING_SECONDS = 3;

    private final Supplier<PeerConnectionFactory> factory;
    private final ScheduledExecutorService timers;
    private final OwnerThread owner;
    private final Listener listener;
    private final CompletableFuture<String> answer = new CompletableFuture<>();
    private @Nullable Connection connection;
    private @Nullable TextChannel channel;
    private boolean closed;

    WebRtcOfferLink(
            Supplier<PeerConnectionFactory> factory,
            ScheduledExecutorService thread,
            NativeGuard guard,
            Listener listener) {
        this.factory = factory;
        this.timers = thread;
        this.owner = new OwnerThread(thread, guard);
        this.listener = listener;
    }

    @Override
    public CompletionStage<String> answer(String offerSdp) {
        if (DescriptionCheck.acceptable(offerSdp)) {
            post(() -> take(offerSdp));
        } else {
            fail();
        }
        return answer;
    }

    private void take(String offer) {
        try {
            connection =
                    new Connection(
                            owner,
                            factory.get(),
                            new RTCConfiguration(),
                            Connection.RemoteSound.DECLINED,
                            this);
            connection.answer(offer, UnaryOperator.identity(), () -> {});
        } catch (RuntimeException | Error e) {
            log.trace("No connection for an offer: {}", e.getMessage());
            fail();
        }
    }

    @Override
    public void addCandidate(String candidate, String sdpMid, int sdpMLineIndex) {
        post(() -> {
            if (connection != null) {
                connection.addCandidate(new IceCandidate(candidate, sdpMid, sdpMLineIndex));
            }
        });
    }

    @Override
    public void send(String text) {
        post(() -> {
            if (channel != null) {
                channel.send(text);
            }
        });
    }

    @Override
    public void close() {
        post(() -> {
            closed = true;
            if (channel != null) {
                channel.close();
            }
            if (connection != null) {
                connection.close();
            }
            answer.cancel(false);
        });
    }

    /// The answer is reported when it holds its candidates.
    @Override
    public void described(String sdp) {
        var _ =
                timers.schedule(
                        () -> post(this::reportAnswer), GATHERING_SECONDS, TimeUnit.SECONDS);
    }

    @Override
    public void candidateFound(IceCandidate candidate) {
        // The answer holds the candidates.
    }

    @Override
    public void candidatesComplete() {
        reportAnswer();
    }

    @Override
    public void stateChanged(LinkState state) {
        if (state == LinkState.FAILED || state == LinkState.CLOSED) {
            listener.disconnected();
        }
    }

    @Override
    public void exchangeFailed(ExchangeStage stage) {
        fail();
    }

    /// Further channels of the client are closed.
    @Override
    public void channelAppeared(RTCDataChannel made) {
        TextChannel appeared = new TextChannel(owner, made);
        if (channel == null) {
            channel = appeared;
            appeared.observe(() -> {}, listener::received, listener::disconnected);
        } else {
            appeared.close();
        }
    }

    private void reportAnswer() {
        if (connection != null && !answer.isDone()) {
            connection.localDescription().ifPresent(answer::complete);
        }
    }

    /// Runs a task on this link's thread, unless the link is closed.
    private void post(Runnable task) {
        owner.post(() -> {
            if (!closed) {
                task.run();
            }
        });
    }

    /// Leaves out the library's message, as it may quote the description.
    private void fail() {
        answer.completeExceptionally(new IllegalStateException("the offer cannot be answered"));
    }
}
