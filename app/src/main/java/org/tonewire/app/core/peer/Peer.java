package org.tonewire.app.core.peer;

import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tonewire.app.core.control.ControlMessage;
import org.tonewire.app.core.control.ControlMessage.TrackInfo;
import org.tonewire.app.core.link.Direction;
import org.tonewire.app.core.link.LinkState;
import org.tonewire.app.core.link.RemoteTrack;
import org.tonewire.app.core.link.TrackId;
import org.tonewire.app.core.loop.SessionLoop;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.core.problem.Reason;
import org.tonewire.app.core.room.RemoteParticipant;
import org.tonewire.app.core.room.SessionEvent;
import org.tonewire.app.core.room.TrackKey;
import org.tonewire.signaling.protocol.ParticipantId;
import org.tonewire.signaling.protocol.ParticipantInfo;
import org.tonewire.signaling.protocol.PeerMessage;

/// A remote participant: both links, its tracks, its name and track names. Session thread only.
public final class Peer {
    private static final int MAX_TRACKS = 32;

    /// How long a track waits for its owner to name it. A foreign client never does.
    private static final Duration NAME_WAIT = Duration.ofSeconds(2);

    private final ParticipantId id;
    private final SessionLoop loop;
    private final Faders faders;
    private final PeerHost host;
    private final ProblemReports problems;
    private final SendLinkController sendLink;
    private final ReceiveLinkController receiveLink;
    private final UnsentTexts unsentTexts;
    private final Map<TrackId, TrackChannel> tracks = new LinkedHashMap<>();
    private final Map<TrackId, TrackInfo> described = new LinkedHashMap<>();
    private String name;
    private LinkState receiveState = LinkState.CONNECTING;
    private LinkState sendState = LinkState.CONNECTING;

    Peer(ParticipantInfo info, LinkContext links, Faders faders, PeerHost host) {
        this.id = info.id();
        this.name = info.name().value();
        this.loop = links.loop();
        this.faders = faders;
        this.host = host;
        this.problems = new ProblemReports(loop, host::emit);
        LinkObserver observer = new Events();
        this.sendLink = new SendLinkController(links, id, host::sendTracks, observer);
        this.receiveLink = new ReceiveLinkController(links, id, observer);
        this.unsentTexts = new UnsentTexts(loop, sendLink::send, this::textNotDelivered);
    }

    public ParticipantId id() {
        return id;
    }

    public String name() {
        return name;
    }

    public Collection<TrackChannel> tracks() {
        return tracks.values();
    }

    public SendLinkController sendLink() {
        return sendLink;
    }

    public ReceiveLinkController receiveLink() {
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
            case PeerMessage.Refuse(String reason) -> refused(reason);
        }
    }

    /// The remote side refused an offer.
    private void refused(String reason) {
        if (reason.equals(Reason.SEAL_MISMATCH.wireName())) {
            report(Direction.SEND, Problem.of(Reason.SEAL_MISMATCH));
        }
    }

    /// Sends a text now or, while the link to this participant is still connecting, once it is
    /// open. A text that cannot be sent in time is reported.
    void sendText(ControlMessage.Chat text) {
        unsentTexts.add(text);
    }

    private void textNotDelivered() {
        report(Direction.SEND, Problem.of(Reason.CHAT_NOT_DELIVERED));
    }

    void serverLost() {
        sendLink.serverLost();
    }

    /// The signaling server is back, and this participant has the same id.
    void serverBack() {
        sendLink.serverBack();
        receiveLink.serverBack();
    }

    RemoteParticipant view() {
        List<TrackChannel> shown =
                tracks.values().stream().filter(TrackChannel::isAnnounced).toList();
        return new RemoteParticipant(
                id, name, receiveState, sendState, shown.stream().map(TrackChannel::view).toList());
    }

    /// The participant is not in the room any more: reports the texts that it did not get, and
    /// closes.
    void leave() {
        unsentTexts.giveUpAll();
        close();
    }

    void close() {
        unsentTexts.close();
        sendLink.close();
        List<TrackChannel> gone = List.copyOf(tracks.values());
        tracks.clear();
        for (TrackChannel channel : gone) {
            channel.close();
            faders.save(channel);
        }
        receiveLink.close();
        problems.close();
    }

    private void addTrack(RemoteTrack track) {
        removeTrack(track.id());
        if (tracks.size() >= MAX_TRACKS) {
            return;
        }
        TrackChannel channel = host.openTrack(new TrackKey(id, track.id()), track);
        tracks.put(track.id(), channel);
        faders.restore(channel);
        TrackInfo info = described.get(track.id());
        if (info != null) {
            channel.describe(info);
            announce(channel);
        } else {
            loop.after(NAME_WAIT, () -> announce(channel));
        }
    }

    private void removeTrack(TrackId track) {
        TrackChannel channel = tracks.remove(track);
        if (channel != null) {
            channel.close();
            faders.save(channel);
            if (channel.isAnnounced()) {
                host.emit(new SessionEvent.TrackRemoved(channel.key()));
            }
        }
    }

    private void stateReceived(ControlMessage.State state) {
        if (!state.name().isBlank() && !state.name().equals(name)) {
            name = state.name();
            host.emit(new SessionEvent.ParticipantRenamed(id, name));
        }
        described.clear();
        state.tracks().stream().limit(MAX_TRACKS).forEach(info -> described.put(info.id(), info));
        for (TrackInfo info : described.values()) {
            TrackChannel channel = tracks.get(info.id());
            if (channel != null && channel.describe(info)) {
                if (channel.isAnnounced()) {
                    host.emit(
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
            host.emit(new SessionEvent.TrackAdded(channel.key(), channel.name()));
        }
    }

    /// A problem without a subject gets this participant's name.
    private void report(Direction direction, Problem problem) {
        problems.add(
                direction,
                problem.subject().isEmpty() ? new Problem(problem.reason(), name) : problem);
    }

    /// Receives the events of both links.
    private final class Events implements LinkObserver {
        @Override
        public void linkChanged(Direction direction, LinkState state) {
            switch (direction) {
                case SEND -> sendState = state;
                case RECEIVE -> receiveState = state;
            }
            if (state == LinkState.CONNECTED) {
                problems.connected(direction);
            }
            host.emit(new SessionEvent.LinkChanged(id, direction, state));
        }

        @Override
        public void sendLinkSettled() {
            host.settledChanged();
        }

        @Override
        public void receiveLinkReplaced() {
            List.copyOf(tracks.keySet()).forEach(Peer.this::removeTrack);
        }

        @Override
        public void trackAdded(RemoteTrack track) {
            addTrack(track);
        }

        @Override
        public void trackRemoved(TrackId track) {
            removeTrack(track);
        }

        @Override
        public void controlReceived(ControlMessage message) {
            switch (message) {
                case ControlMessage.Chat(String text) ->
                        host.emit(new SessionEvent.ChatReceived(Optional.of(id), name, text));
                case ControlMessage.State state -> stateReceived(state);
            }
        }

        @Override
        public void controlOpened() {
            sendLink.send(host.state());
            unsentTexts.send();
        }

        @Override
        public void problem(Direction direction, Problem problem) {
            report(direction, problem);
        }
    }
}
