package org.tonewire.testbed.member;

import dev.onvoid.webrtc.CreateSessionDescriptionObserver;
import dev.onvoid.webrtc.PeerConnectionFactory;
import dev.onvoid.webrtc.RTCConfiguration;
import dev.onvoid.webrtc.RTCDataChannel;
import dev.onvoid.webrtc.RTCDataChannelBuffer;
import dev.onvoid.webrtc.RTCDataChannelInit;
import dev.onvoid.webrtc.RTCDataChannelState;
import dev.onvoid.webrtc.RTCIceCandidate;
import dev.onvoid.webrtc.RTCOfferOptions;
import dev.onvoid.webrtc.RTCPeerConnection;
import dev.onvoid.webrtc.RTCSdpType;
import dev.onvoid.webrtc.RTCSessionDescription;
import dev.onvoid.webrtc.SetSessionDescriptionObserver;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.tonewire.app.rtc.guard.NativeRelease;
import org.tonewire.signaling.protocol.LinkEnd;
import org.tonewire.signaling.protocol.ParticipantId;
import org.tonewire.signaling.protocol.ParticipantInfo;
import org.tonewire.signaling.protocol.PeerMessage;
import org.tonewire.testbed.Await;

/// The sending end of a real link of a [HostilePeer]: whatever a data channel takes can be sent on
/// it, without the checks of the program. All methods may be called on any thread.
public final class HostileLink {
    /// The label that receivers read.
    public static final String CONTROL = "control";

    private static final Duration SOON = Duration.ofMinutes(2);
    private static final long MAX_WAITING_BYTES = 1 << 20;

    private final HostilePeer owner;
    private final ParticipantInfo receiver;
    private final RTCPeerConnection connection;
    private final List<RTCDataChannel> channels = new CopyOnWriteArrayList<>();
    private volatile boolean closed;

    HostileLink(HostilePeer owner, ParticipantInfo receiver, PeerConnectionFactory factory) {
        this.owner = owner;
        this.receiver = receiver;
        this.connection = factory.createPeerConnection(new RTCConfiguration(), this::found);
        openChannel(CONTROL);
    }

    boolean isTo(ParticipantId other) {
        return receiver.id().equals(other);
    }

    void offer() {
        connection.createOffer(
                new RTCOfferOptions(),
                new CreateSessionDescriptionObserver() {
                    @Override
                    public void onSuccess(RTCSessionDescription description) {
                        String sdp = description.sdp;
                        owner.execute(() -> describe(sdp));
                    }

                    @Override
                    public void onFailure(String error) {}
                });
    }

    private void describe(String sdp) {
        if (!closed) {
            owner.says(receiver, new PeerMessage.Offer(sdp));
            connection.setLocalDescription(
                    new RTCSessionDescription(RTCSdpType.OFFER, sdp), new Nothing());
        }
    }

    private void found(RTCIceCandidate candidate) {
        PeerMessage message =
                new PeerMessage.Candidate(
                        LinkEnd.OWNER, candidate.sdp, candidate.sdpMid, candidate.sdpMLineIndex);
        owner.execute(() -> owner.says(receiver, message));
    }

    void received(PeerMessage message) {
        if (closed) {
            return;
        }
        switch (message) {
            case PeerMessage.Answer(String sdp, _) ->
                    connection.setRemoteDescription(
                            new RTCSessionDescription(RTCSdpType.ANSWER, sdp), new Nothing());
            case PeerMessage.Candidate(LinkEnd sender, String text, String mid, int index) -> {
                if (sender == LinkEnd.RECEIVER) {
                    NativeRelease.of(() ->
                            connection.addIceCandidate(new RTCIceCandidate(mid, index, text)));
                }
            }
            case PeerMessage.Offer _, PeerMessage.Restart _, PeerMessage.Refuse _ -> {}
        }
    }

    /// Opens one more channel. It is the first of its label that counts for a receiver.
    ///
    /// @return its number
    public int openChannel(String label) {
        RTCDataChannelInit reliable = new RTCDataChannelInit();
        reliable.protocol = "";
        channels.add(connection.createDataChannel(label, reliable));
        return channels.size() - 1;
    }

    /// Waits until a channel is open, or was open and is closed by the receiver.
    public HostileLink awaitOpened(int channel) {
        Await.until(
                "channel " + channel + " opened",
                SOON,
                () -> channels.get(channel).getState() != RTCDataChannelState.CONNECTING,
                this::toString);
        return this;
    }

    /// Sends bytes on a channel, as a text or not, once less than a mebibyte waits there.
    ///
    /// @return whether the channel took them
    public boolean send(int channel, byte[] bytes, boolean binary) {
        RTCDataChannel to = channels.get(channel);
        Await.until(
                "room to send",
                SOON,
                () ->
                        to.getState() != RTCDataChannelState.OPEN
                                || to.getBufferedAmount() < MAX_WAITING_BYTES,
                this::toString);
        try {
            to.send(new RTCDataChannelBuffer(ByteBuffer.wrap(bytes), binary));
            return true;
        } catch (Exception e) {
            return false;
        }
    }

    /// Ends it without a word, on the thread of the links, so that nothing else is done with it
    /// meanwhile. Idempotent.
    public void close() {
        owner.execute(() -> {
            if (!closed) {
                closed = true;
                channels.forEach(RTCDataChannel::close);
                connection.close();
                channels.forEach(NativeRelease::of);
            }
        });
    }

    @Override
    public String toString() {
        return closed
                ? "closed"
                : "the link is "
                        + connection.getConnectionState()
                        + ", its channels are "
                        + channels.stream().map(RTCDataChannel::getState).toList();
    }

    /// Waits for no description.
    private static final class Nothing implements SetSessionDescriptionObserver {
        @Override
        public void onSuccess() {}

        @Override
        public void onFailure(String error) {}
    }
}
