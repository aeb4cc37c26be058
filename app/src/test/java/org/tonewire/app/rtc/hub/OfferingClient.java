package org.tonewire.app.rtc.hub;

import dev.onvoid.webrtc.CreateSessionDescriptionObserver;
import dev.onvoid.webrtc.PeerConnectionFactory;
import dev.onvoid.webrtc.PeerConnectionObserver;
import dev.onvoid.webrtc.RTCConfiguration;
import dev.onvoid.webrtc.RTCDataChannel;
import dev.onvoid.webrtc.RTCDataChannelBuffer;
import dev.onvoid.webrtc.RTCDataChannelInit;
import dev.onvoid.webrtc.RTCDataChannelObserver;
import dev.onvoid.webrtc.RTCDataChannelState;
import dev.onvoid.webrtc.RTCIceCandidate;
import dev.onvoid.webrtc.RTCIceGatheringState;
import dev.onvoid.webrtc.RTCOfferOptions;
import dev.onvoid.webrtc.RTCPeerConnection;
import dev.onvoid.webrtc.RTCRtpTransceiverInit;
import dev.onvoid.webrtc.RTCSdpType;
import dev.onvoid.webrtc.RTCSessionDescription;
import dev.onvoid.webrtc.SetSessionDescriptionObserver;
import dev.onvoid.webrtc.media.audio.AudioDeviceModule;
import dev.onvoid.webrtc.media.audio.AudioLayer;
import dev.onvoid.webrtc.media.audio.CustomAudioSource;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// A client like a web page's: one data channel, an offer with all candidates.
final class OfferingClient implements AutoCloseable {
    private final PeerConnectionFactory factory =
            new PeerConnectionFactory(new AudioDeviceModule(AudioLayer.kDummyAudio));
    private final CompletableFuture<String> offer = new CompletableFuture<>();
    private final CompletableFuture<Boolean> open = new CompletableFuture<>();
    private final LinkedBlockingQueue<String> texts = new LinkedBlockingQueue<>();
    private final RTCPeerConnection peer;
    private final RTCDataChannel channel;
    private boolean closed;

    OfferingClient() {
        peer = factory.createPeerConnection(new RTCConfiguration(), new Gathering());
        RTCDataChannelInit init = new RTCDataChannelInit();
        init.ordered = true;
        init.maxRetransmits = 3;
        channel = peer.createDataChannel("chat", init);
        channel.registerObserver(new Texts());
    }

    /// Offers a sound track beside the data channel.
    void addTrack() {
        peer.addTransceiver(
                factory.createAudioTrack("voice", new CustomAudioSource()),
                new RTCRtpTransceiverInit());
    }

    CompletableFuture<String> offer() {
        peer.createOffer(
                new RTCOfferOptions(),
                new CreateSessionDescriptionObserver() {
                    @Override
                    public void onSuccess(RTCSessionDescription description) {
                        peer.setLocalDescription(description, new Ignored());
                    }

                    @Override
                    public void onFailure(String error) {
                        offer.completeExceptionally(new AssertionError(error));
                    }
                });
        return offer;
    }

    void take(String answer) {
        peer.setRemoteDescription(
                new RTCSessionDescription(RTCSdpType.ANSWER, answer), new Ignored());
    }

    CompletableFuture<Boolean> open() {
        return open;
    }

    void send(String text) throws Exception {
        ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
        channel.send(new RTCDataChannelBuffer(bytes, false));
    }

    @Nullable String next() throws InterruptedException {
        return texts.poll(60, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            channel.unregisterObserver();
            peer.close();
        }
    }

    private final class Gathering implements PeerConnectionObserver {
        @Override
        public void onIceCandidate(RTCIceCandidate candidate) {}

        @Override
        public void onIceGatheringChange(RTCIceGatheringState state) {
            if (state == RTCIceGatheringState.COMPLETE) {
                var _ =
                        CompletableFuture.runAsync(
                                () -> offer.complete(peer.getLocalDescription().sdp));
            }
        }
    }

    private final class Texts implements RTCDataChannelObserver {
        @Override
        public void onBufferedAmountChange(long previousAmount) {}

        @Override
        public void onStateChange() {
            if (channel.getState() == RTCDataChannelState.OPEN) {
                open.complete(true);
            }
        }

        @Override
        public void onMessage(RTCDataChannelBuffer buffer) {
            texts.add(StandardCharsets.UTF_8.decode(buffer.data).toString());
        }
    }

    private static final class Ignored implements SetSessionDescriptionObserver {
        @Override
        public void onSuccess() {}

        @Override
        public void onFailure(String error) {}
    }
}
