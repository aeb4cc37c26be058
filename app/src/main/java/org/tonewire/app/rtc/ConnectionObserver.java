package org.tonewire.app.rtc;

import dev.onvoid.webrtc.PeerConnectionObserver;
import dev.onvoid.webrtc.RTCDataChannel;
import dev.onvoid.webrtc.RTCIceCandidate;
import dev.onvoid.webrtc.RTCIceGatheringState;
import dev.onvoid.webrtc.RTCPeerConnectionState;
import dev.onvoid.webrtc.RTCRtpReceiver;
import dev.onvoid.webrtc.RTCRtpTransceiver;
import dev.onvoid.webrtc.RTCRtpTransceiverDirection;
import dev.onvoid.webrtc.media.audio.AudioTrack;
import org.tonewire.app.core.link.IceCandidate;
import org.tonewire.app.core.link.TrackId;
import org.tonewire.app.rtc.Connection.RemoteSound;

/// Hands a connection's native events to its owning thread. Runs on libwebrtc's signaling thread,
/// behind the guard; objects passed in are valid during the call only, so their values are read
/// here.
final class ConnectionObserver implements PeerConnectionObserver {
    private final Connection connection;
    private final RemoteSound sound;
    private final ConnectionEvents events;

    ConnectionObserver(Connection connection, RemoteSound sound, ConnectionEvents events) {
        this.connection = connection;
        this.sound = sound;
        this.events = events;
    }

    @Override
    public void onIceCandidate(RTCIceCandidate found) {
        IceCandidate candidate = new IceCandidate(found.sdp, found.sdpMid, found.sdpMLineIndex);
        connection.post(() -> connection.candidateFound(candidate));
    }

    @Override
    public void onIceGatheringChange(RTCIceGatheringState state) {
        if (state == RTCIceGatheringState.COMPLETE) {
            connection.post(events::candidatesComplete);
        }
    }

    @Override
    public void onConnectionChange(RTCPeerConnectionState state) {
        connection.post(() -> connection.stateChanged(state));
    }

    /// Mutes a track that is taken, as the native mix is never played; declines every other.
    @Override
    public void onTrack(RTCRtpTransceiver transceiver) {
        if (sound == RemoteSound.MUTED
                && transceiver.getReceiver().getTrack() instanceof AudioTrack track) {
            track.setEnabled(false);
            TrackId id = new TrackId(track.getId());
            connection.post(() -> events.trackAppeared(id, track));
        } else {
            transceiver.setDirection(RTCRtpTransceiverDirection.INACTIVE);
        }
    }

    @Override
    public void onRemoveTrack(RTCRtpReceiver receiver) {
        if (receiver.getTrack() instanceof AudioTrack track) {
            TrackId id = new TrackId(track.getId());
            connection.post(() -> events.trackGone(id));
        }
    }

    @Override
    public void onDataChannel(RTCDataChannel channel) {
        connection.post(() -> events.channelAppeared(channel));
    }
}
