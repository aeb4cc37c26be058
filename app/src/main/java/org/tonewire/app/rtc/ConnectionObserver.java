package org.tonewire.app.rtc;

import dev.onvoid.webrtc.PeerConnectionObserver;
import dev.onvoid.webrtc.RTCDataChannel;
import dev.onvoid.webrtc.RTCIceCandidate;
import dev.onvoid.webrtc.RTCPeerConnectionState;
import dev.onvoid.webrtc.RTCRtpReceiver;
import dev.onvoid.webrtc.RTCRtpTransceiver;
import dev.onvoid.webrtc.RTCRtpTransceiverDirection;
import dev.onvoid.webrtc.media.audio.AudioTrack;
import org.tonewire.app.core.link.IceCandidate;
import org.tonewire.app.core.link.TrackId;

/// Hands a connection's native events to the session thread. Runs on libwebrtc's signaling thread,
/// behind the guard; objects passed in are valid during the call only, so their values are read
/// here.
final class ConnectionObserver implements PeerConnectionObserver {
    private final Connection connection;
    private final ConnectionEvents events;

    ConnectionObserver(Connection connection, ConnectionEvents events) {
        this.connection = connection;
        this.events = events;
    }

    @Override
    public void onIceCandidate(RTCIceCandidate found) {
        IceCandidate candidate = new IceCandidate(found.sdp, found.sdpMid, found.sdpMLineIndex);
        connection.postToSession(() -> connection.candidateFound(candidate));
    }

    @Override
    public void onConnectionChange(RTCPeerConnectionState state) {
        connection.postToSession(() -> connection.stateChanged(state));
    }

    /// Mutes the track in the native mix, which is never played; declines video.
    @Override
    public void onTrack(RTCRtpTransceiver transceiver) {
        if (transceiver.getReceiver().getTrack() instanceof AudioTrack track) {
            track.setEnabled(false);
            TrackId id = new TrackId(track.getId());
            connection.postToSession(() -> events.trackAppeared(id, track));
        } else {
            transceiver.setDirection(RTCRtpTransceiverDirection.INACTIVE);
        }
    }

    @Override
    public void onRemoveTrack(RTCRtpReceiver receiver) {
        if (receiver.getTrack() instanceof AudioTrack track) {
            TrackId id = new TrackId(track.getId());
            connection.postToSession(() -> events.trackGone(id));
        }
    }

    @Override
    public void onDataChannel(RTCDataChannel channel) {
        connection.postToSession(() -> events.channelAppeared(channel));
    }
}
