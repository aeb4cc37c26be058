package org.tonewire.app.rtc;

import dev.onvoid.webrtc.RTCDataChannel;
import dev.onvoid.webrtc.RTCDataChannelInit;
import dev.onvoid.webrtc.RTCPeerConnection;
import dev.onvoid.webrtc.RTCRtpTransceiver;
import dev.onvoid.webrtc.RTCRtpTransceiverDirection;
import dev.onvoid.webrtc.RTCRtpTransceiverInit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tonewire.app.core.link.ExchangeStage;
import org.tonewire.app.core.link.IceCandidate;
import org.tonewire.app.core.link.IceSettings;
import org.tonewire.app.core.link.LinkListener;
import org.tonewire.app.core.link.LinkState;
import org.tonewire.app.core.link.LinkStats;
import org.tonewire.app.core.link.OfferKind;
import org.tonewire.app.core.link.SendLink;
import org.tonewire.app.core.link.SendTrack;
import org.tonewire.app.core.link.TrackId;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.core.problem.Reason;
import org.tonewire.app.core.source.Profile;
import org.tonewire.app.rtc.guard.NativeRelease;
import org.tonewire.app.rtc.sdp.DescriptionCheck;
import org.tonewire.app.rtc.sdp.OpusDescriptions;
import org.tonewire.app.rtc.sound.FeedTap;
import org.tonewire.app.rtc.sound.PushedFeed;

/// Offers tracks of the sending factory, each with a send-only transceiver. Session thread.
final class WebRtcSendLink implements SendLink, ConnectionEvents {
    /// The label of the data channel for control messages.
    static final String CONTROL = "control";

    private static final String STREAM = "tonewire";

    private final SendFactory shared;
    private final LinkListener listener;
    private final IceSettings opened;
    private final Connection connection;
    private final Optional<TextChannel> control;
    private final Map<TrackId, Sender> senders = new LinkedHashMap<>();
    private Map<TrackId, Profile> profiles = Map.of();
    private String offered = "";

    private record Sender(FeedTap tap, RTCRtpTransceiver transceiver) {}

    WebRtcSendLink(
            OwnerThread session, SendFactory shared, IceSettings settings, LinkListener listener) {
        this.shared = shared;
        this.listener = listener;
        this.opened = settings;
        connection =
                new Connection(
                        session,
                        shared.factory(),
                        IceConfigurations.of(settings),
                        Connection.RemoteSound.MUTED,
                        this);
        RTCDataChannelInit reliable = new RTCDataChannelInit();
        reliable.protocol = "";
        control =
                connection
                        .make(
                                ExchangeStage.OPEN_LINK,
                                peer -> peer.createDataChannel(CONTROL, reliable))
                        .map(channel -> new TextChannel(session, channel));
        control.ifPresent(channel ->
                channel.observe(listener::controlOpened, listener::controlReceived, () -> {}));
    }

    @Override
    public void offer(List<SendTrack> tracks, OfferKind kind) {
        if (connection.isClosed()) {
            return;
        }
        profiles = tracks.stream().collect(Collectors.toMap(SendTrack::id, SendTrack::profile));
        connection
                .make(ExchangeStage.MAKE_OFFER, this::changeTracks)
                .ifPresent(_ -> connection.offer(kind, this::change));
    }

    /// @return the connection, which has the tracks of [#profiles] now
    private RTCPeerConnection changeTracks(RTCPeerConnection peer) {
        List.copyOf(senders.keySet()).stream()
                .filter(id -> !profiles.containsKey(id))
                .forEach(this::remove);
        profiles.keySet().forEach(id -> add(id, peer));
        return peer;
    }

    @Override
    public void acceptAnswer(String sdp) {
        if (!DescriptionCheck.acceptable(sdp)) {
            connection.fail(ExchangeStage.TAKE_ANSWER, "beyond limits");
            return;
        }
        connection.acceptAnswer(OpusDescriptions.answerTaken(sdp, offered, profiles));
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
    public boolean sendControl(String text) {
        return control.isPresent() && control.get().send(text);
    }

    @Override
    public void collectStats(Consumer<LinkStats> receiver) {
        connection.collectStats(receiver);
    }

    /// Closes the taps first, as no frame may be pushed to a sender that is being closed.
    @Override
    public void close() {
        if (connection.isClosed()) {
            return;
        }
        List<FeedTap> shutTaps =
                senders.values().stream().map(Sender::tap).filter(FeedTap::shut).toList();
        senders.clear();
        control.ifPresent(TextChannel::close);
        connection.close();
        shutTaps.forEach(FeedTap::dispose);
    }

    boolean isClosed() {
        return connection.isClosed();
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

    @Override
    public void exchangeFailed(ExchangeStage stage) {
        listener.exchangeFailed(stage);
    }

    @Override
    public void channelAppeared(RTCDataChannel channel) {
        channel.close();
        NativeRelease.of(channel);
    }

    private String change(String offer) {
        offered = OpusDescriptions.offer(offer, profiles);
        return offered;
    }

    private void add(TrackId id, RTCPeerConnection peer) {
        if (senders.containsKey(id)) {
            return;
        }
        shared.feed(id)
                .ifPresentOrElse(
                        feed -> senders.put(id, connect(feed, id, peer)),
                        () -> warn(new Problem(Reason.INTERNAL, id.value())));
    }

    /// Reports a problem later, never from within a call to the link.
    private void warn(Problem problem) {
        connection.post(() -> listener.warned(problem));
    }

    private Sender connect(PushedFeed feed, TrackId id, RTCPeerConnection peer) {
        FeedTap tap = new FeedTap(shared.factory(), feed, id);
        RTCRtpTransceiverInit sendOnly = new RTCRtpTransceiverInit();
        sendOnly.direction = RTCRtpTransceiverDirection.SEND_ONLY;
        sendOnly.streamIds.add(STREAM);
        try {
            @Nullable RTCRtpTransceiver made = peer.addTransceiver(tap.track(), sendOnly);
            if (made == null) {
                throw new IllegalStateException("no transceiver was made");
            }
            tap.open();
            return new Sender(tap, made);
        } catch (RuntimeException | Error e) {
            tap.dispose();
            throw e;
        }
    }

    private void remove(TrackId id) {
        Sender removed = senders.remove(id);
        if (removed != null && removed.tap().shut()) {
            removed.transceiver().stop();
            removed.tap().dispose();
        }
    }
}
