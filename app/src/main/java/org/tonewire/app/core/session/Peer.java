package org.tonewire.app.core.session;

import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tonewire.app.core.control.ControlMessage;
import org.tonewire.app.core.control.ControlMessage.TrackInfo;
import org.tonewire.app.core.exchange.ReceiveLinkController;
import org.tonewire.app.core.exchange.LinkContext;
import org.tonewire.app.core.exchange.LinkObserver;
import org.tonewire.app.core.exchange.SendLinkController;
import org.tonewire.app.core.link.LinkState;
import org.tonewire.app.core.link.RemoteTrack;
import org.tonewire.app.core.link.TrackId;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.core.room.RemoteParticipant;
import org.tonewire.app.core.room.SessionEvent;
import org.tonewire.app.core.room.TrackKey;
import org.tonewire.signaling.protocol.ParticipantId;
import org.tonewire.signaling.protocol.ParticipantInfo;
import org.tonewire.signaling.protocol.PeerMessage;

/// Another participant: both links, their tracks, what they said of themselves. Session thread
/// only.
final class Peer implements LinkObserver {
    private static final int MAX_TRACKS = 32;

    /// How long a track waits for its owner to name it; one from a stranger's client never is.
    private static final Duration NAME_WAIT = Duration.ofSeconds(2);

    private final ParticipantId id;
    private final PeerContext context;
    private final SendLinkController sendLink;
    private final ReceiveLinkController receiveLink;
    private final Map<TrackId, TrackChannel> tracks = new LinkedHashMap<>();
    private final Map<TrackId, TrackInfo> described = new LinkedHashMap<>();
    private String name;
    private LinkState incomingState = LinkState.CONNECTING;
    private LinkState outgoingState = LinkState.CONNECTING;

    Peer(ParticipantInfo info, LinkContext links, PeerContext context) {
        this.id = info.id();
        this.name = info.name().value();
        this.context = context;
        this.sendLink = new SendLinkController(links, id, context.sources()::published, this);
        this.receiveLink = new ReceiveLinkController(links, id, this);
    }

    ParticipantId id() {
        return id;
    }

    String name() {
        return name;
    }

    Collection<TrackChannel> tracks() {
        return tracks.values();
    }

    SendLinkController sendLink() {
        return sendLink;
    }

    ReceiveLinkController receiveLink() {
        return receiveLink;
    }

    void received(PeerMessage message) {
        switch (message) {
            case PeerMessage.Offer offer -> receiveLink.offered(offer);
            case PeerMessage.Answer answer -> sendLink.answered(answer);
            case PeerMessage.Candidate candidate -> {
                if (candidate.owner().equals(id)) {
                    receiveLink.candidate(candidate);
                } else {
                    sendLink.candidate(candidate);
                }
            }
            case PeerMessage.Restart() -> sendLink.restartAsked();
            case PeerMessage.Refuse(String reason) -> context.refused(name, reason);
        }
    }

    /// The signaling server is back, and this side is the same participant.
    void rejoined() {
        sendLink.rejoined();
        receiveLink.rejoined();
    }

    RemoteParticipant view() {
        List<TrackChannel> shown =
                tracks.values().stream().filter(TrackChannel::isAnnounced).toList();
        return new RemoteParticipant(
                id,
                name,
                incomingState,
                outgoingState,
                shown.stream().map(TrackChannel::view).toList());
    }

    void close() {
        sendLink.close();
        tracks.values().forEach(TrackChannel::close);
        tracks.clear();
        receiveLink.close();
    }

    @Override
    public void linkChanged(boolean isIncoming, LinkState state) {
        if (isIncoming) {
            incomingState = state;
        } else {
            outgoingState = state;
        }
        context.emit(new SessionEvent.LinkChanged(id, isIncoming, state));
    }

    @Override
    public void incomingBegins() {
        List.copyOf(tracks.keySet()).forEach(this::trackRemoved);
    }

    @Override
    public void trackAdded(RemoteTrack track) {
        trackRemoved(track.id());
        if (tracks.size() >= MAX_TRACKS) {
            return;
        }
        TrackKey key = new TrackKey(id, track.id());
        TrackChannel channel =
                new TrackChannel(key, track, context.sessionOutput().mixer().openTrack());
        tracks.put(track.id(), channel);
        context.restoreFader(channel);
        TrackInfo info = described.get(track.id());
        if (info != null) {
            channel.describe(info);
            announce(channel);
        } else {
            context.loop().after(NAME_WAIT, () -> announce(channel));
        }
    }

    @Override
    public void trackRemoved(TrackId track) {
        TrackChannel channel = tracks.remove(track);
        if (channel != null) {
            channel.close();
            context.keepFader(channel);
            if (channel.isAnnounced()) {
                context.emit(new SessionEvent.TrackRemoved(channel.key()));
            }
        }
    }

    @Override
    public void controlReceived(ControlMessage message) {
        switch (message) {
            case ControlMessage.Chat(String text) ->
                    context.emit(new SessionEvent.ChatReceived(Optional.of(id), name, text));
            case ControlMessage.State state -> stateReceived(state);
        }
    }

    @Override
    public void controlOpened() {
        sendLink.send(context.sources().state());
    }

    @Override
    public void problem(Problem problem) {
        context.emit(
                new SessionEvent.ProblemOccurred(
                        problem.subject().isEmpty()
                                ? new Problem(problem.reason(), name)
                                : problem));
    }

    private void stateReceived(ControlMessage.State state) {
        if (!state.name().isBlank() && !state.name().equals(name)) {
            name = state.name();
            context.emit(new SessionEvent.ParticipantRenamed(id, name));
        }
        described.clear();
        state.tracks().stream().limit(MAX_TRACKS).forEach(info -> described.put(info.id(), info));
        for (TrackInfo info : described.values()) {
            TrackChannel channel = tracks.get(info.id());
            if (channel != null && channel.describe(info)) {
                if (channel.isAnnounced()) {
                    context.emit(
                            new SessionEvent.TrackChanged(
                                    channel.key(), info.name(), info.muted()));
                } else {
                    announce(channel);
                }
            }
        }
    }

    private void announce(TrackChannel channel) {
        if (!channel.isAnnounced() && tracks.containsValue(channel)) {
            channel.announce();
            context.emit(new SessionEvent.TrackAdded(channel.key(), channel.name()));
        }
    }
}
