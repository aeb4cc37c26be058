package org.tonewire.app.rtc;

import dev.onvoid.webrtc.RTCDataChannel;
import dev.onvoid.webrtc.media.audio.AudioTrack;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tonewire.app.core.link.ExchangeStage;
import org.tonewire.app.core.link.IceCandidate;
import org.tonewire.app.core.link.IceSettings;
import org.tonewire.app.core.link.LinkListener;
import org.tonewire.app.core.link.LinkState;
import org.tonewire.app.core.link.LinkStats;
import org.tonewire.app.core.link.ReceiveLink;
import org.tonewire.app.core.link.TrackId;
import org.tonewire.app.core.link.TrackListener;
import org.tonewire.app.rtc.sdp.DescriptionCheck;
import org.tonewire.app.rtc.sdp.OpusDescriptions;
import org.tonewire.app.rtc.sound.ReceivedTrack;

/// Answers offers with the receiving factory. One offer is answered at a time; of those that arrive
/// meanwhile the newest is answered next. Session thread.
final class WebRtcReceiveLink implements ReceiveLink, ConnectionEvents {
    private final OwnerThread session;
    private final ReceiveFactory shared;
    private final LinkListener listener;
    private final TrackListener tracks;
    private final IceSettings opened;
    private final Connection connection;
    private final Map<TrackId, ReceivedTrack> received = new LinkedHashMap<>();
    private Optional<String> nextOffer = Optional.empty();
    private @Nullable TextChannel control;
    private boolean answering;

    WebRtcReceiveLink(
            OwnerThread session,
            ReceiveFactory shared,
            IceSettings settings,
            LinkListener listener,
            TrackListener tracks) {
        this.session = session;
        this.shared = shared;
        this.listener = listener;
        this.opened = settings;
        this.tracks = tracks;
        connection =
                new Connection(
                        session,
                        shared.factory(),
                        IceConfigurations.of(settings),
                        Connection.RemoteSound.MUTED,
                        this);
    }

    @Override
    public void acceptOffer(String sdp) {
        if (connection.isClosed()) {
            return;
        }
        if (answering) {
            nextOffer = Optional.of(sdp);
        } else if (DescriptionCheck.acceptable(sdp)) {
            answer(sdp);
        } else {
            connection.fail(ExchangeStage.TAKE_OFFER, "beyond limits");
        }
    }

    @Override
    public void use(IceSettings changed) {
        connection.use(IceConfigurations.of(changed.withPorts(opened.minPort(), opened.maxPort())));
    }

    @Override
    public void addCandidate(IceCandidate candidate) {
        connection.addCandidate(candidate);
    }

    @Override
    public void collectStats(Consumer<LinkStats> receiver) {
        connection.collectStats(receiver);
    }

    @Override
    public void close() {
        if (connection.isClosed()) {
            return;
        }
        received.values().forEach(ReceivedTrack::stop);
        received.clear();
        if (control != null) {
            control.close();
        }
        connection.close();
        shared.playout().keepPlaying();
    }

    @Override
    public void described(String sdp) {
        listener.described(sdp);
    }

    @Override
    public void candidateFound(IceCandidate candidate) {
        listener.candidateFound(candidate);
    }

    @Override
    public void stateChanged(LinkState state) {
        listener.stateChanged(state);
    }

    /// The listener may close the link, which ends the exchange too.
    @Override
    public void exchangeFailed(ExchangeStage stage) {
        listener.exchangeFailed(stage);
        if (!connection.isClosed()) {
            answered();
        }
    }

    @Override
    public void trackAppeared(TrackId id, AudioTrack track) {
        ReceivedTrack added = new ReceivedTrack(id, track, session.guard(), shared.pace());
        if (received.putIfAbsent(id, added) == null) {
            tracks.trackAdded(added);
        }
    }

    @Override
    public void trackGone(TrackId id) {
        ReceivedTrack gone = received.remove(id);
        if (gone != null) {
            gone.stop();
            tracks.trackRemoved(id);
        }
    }

    @Override
    public void channelAppeared(RTCDataChannel channel) {
        TextChannel appeared = new TextChannel(session, channel);
        if (control == null && WebRtcSendLink.CONTROL.equals(channel.getLabel())) {
            control = appeared;
            appeared.observe(() -> {}, listener::controlReceived, () -> {});
        } else {
            appeared.close();
        }
    }

    boolean isClosed() {
        return connection.isClosed();
    }

    private void answer(String offer) {
        answering = true;
        connection.answer(offer, made -> OpusDescriptions.answerGiven(made, offer), this::answered);
    }

    private void answered() {
        answering = false;
        shared.playout().keepPlaying();
        Optional<String> waiting = nextOffer;
        nextOffer = Optional.empty();
        waiting.ifPresent(this::acceptOffer);
    }
}
