package org.tonewire.app.core.peer;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.tonewire.app.core.control.ControlMessage;
import org.tonewire.app.core.link.Direction;
import org.tonewire.app.core.link.LinkState;
import org.tonewire.app.core.link.RemoteTrack;
import org.tonewire.app.core.link.TrackId;
import org.tonewire.app.core.loop.SessionLoop;
import org.tonewire.app.core.loop.Throttle;
import org.tonewire.app.core.negotiation.LinkContext;
import org.tonewire.app.core.negotiation.LinkObserver;
import org.tonewire.app.core.negotiation.ReceiveLinkController;
import org.tonewire.app.core.negotiation.SendLinkController;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.core.problem.Reason;
import org.tonewire.app.core.room.RemoteParticipant;
import org.tonewire.app.core.room.SessionEvent;
import org.tonewire.app.core.trust.VerifyCode;
import org.tonewire.signaling.protocol.PeerMessage;
import org.tonewire.signaling.protocol.SdpDigest;
import org.tonewire.signaling.protocol.Seal;
import org.tonewire.signaling.protocol.key.IdentityKey;

/// A remote participant: both links, its tracks, its name and track names. Session thread only.
public final class Peer {
    /// What was sent is repeated at most this often, however often a server says that this
    /// participant is back.
    static final Duration REPEAT_EVERY = Duration.ofSeconds(2);

    private final IdentityKey id;
    private final KnownPeer known;
    private final LinkContext links;
    private final SessionLoop loop;
    private final PeerHost host;
    private final SendLinkController sendLink;
    private final ReceiveLinkController receiveLink;
    private final ChatOutbox chat;
    private final PeerTracks tracks;
    private String name;
    private LinkState receiveState = LinkState.CONNECTING;
    private LinkState sendState = LinkState.CONNECTING;
    private final Presence presence;

    /// Numbers of seals from before this participant came back: what has them is repeated.
    private final long oldNumber;

    private final long oldOfferNumber;
    private final Throttle repeats;

    /// @param known what is known of this identity already
    /// @param gone is called once if this participant is lost
    Peer(KnownPeer known, LinkContext links, Faders faders, PeerHost host, Runnable gone) {
        this.id = known.key();
        this.known = known;
        this.oldNumber = known.number();
        this.oldOfferNumber = known.offerNumber();
        this.name = known.name();
        this.links = links;
        this.loop = links.loop();
        this.presence = new Presence(loop, gone, this::unreachable);
        this.tracks = new PeerTracks(known, loop, faders, host, this::name, this::tooManyTracks);
        this.repeats = new Throttle(loop, REPEAT_EVERY, this::repeatSent);
        this.host = host;
        LinkObserver observer = new Events();
        this.sendLink = new SendLinkController(links, id, host::sendTracks, observer);
        this.receiveLink = new ReceiveLinkController(links, id, observer);
        this.chat = new ChatOutbox(loop, sendLink::send, this::textNotDelivered);
    }

    public IdentityKey id() {
        return id;
    }

    /// The words that this participant can read out.
    VerifyCode code() {
        return links.mail().code(id);
    }

    public String name() {
        return name;
    }

    public Collection<TrackChannel> tracks() {
        return tracks.all();
    }

    public SendLinkController sendLink() {
        return sendLink;
    }

    public ReceiveLinkController receiveLink() {
        return receiveLink;
    }

    /// What the server says is a message of this participant.
    void received(PeerMessage message, Optional<Seal> seal) {
        if (!known.allowance().take(loop.nanoTime())) {
            report(ProblemReports.directionOf(message), Problem.of(Reason.TOO_MANY));
        } else if (seal.isEmpty()) {
            report(ProblemReports.directionOf(message), Problem.of(Reason.SEAL_MISSING));
        } else if (links.mail().isSealed(id, message, seal.get())) {
            genuine(message, seal.get().number());
        } else {
            altered(message);
        }
    }

    private void genuine(PeerMessage message, long number) {
        boolean old =
                message instanceof PeerMessage.Offer
                        ? number < oldOfferNumber
                        : number <= oldNumber;
        if (old) {
            report(ProblemReports.directionOf(message), Problem.of(Reason.MESSAGE_REPEATED));
        } else {
            known.heard(message, number);
            take(message, number);
        }
    }

    private void take(PeerMessage message, long number) {
        switch (message) {
            case PeerMessage.Offer offer -> receiveLink.offered(offer, number);
            case PeerMessage.Answer answer -> sendLink.answered(answer, number);
            case PeerMessage.Candidate candidate -> {
                switch (candidate.sender()) {
                    case OWNER -> receiveLink.candidate(candidate, number);
                    case RECEIVER -> sendLink.candidate(candidate, number);
                }
            }
            case PeerMessage.Restart() -> sendLink.restartAsked(number);
            case PeerMessage.Refuse(SdpDigest offer, String reason) -> {
                if (sendLink.isPresent(Optional.of(offer))
                        && reason.equals(Reason.SEAL_MISMATCH.wireName())) {
                    report(Direction.SEND, Problem.of(Reason.DESCRIPTION_CHANGED));
                }
            }
        }
    }

    /// The seal is not that of the message: it is of somebody else, or was changed on its way.
    private void altered(PeerMessage message) {
        switch (message) {
            case PeerMessage.Offer offer -> {
                receiveLink.refuse(offer);
                report(Direction.RECEIVE, Problem.of(Reason.DESCRIPTION_CHANGED));
            }
            case PeerMessage.Answer _ ->
                    report(Direction.SEND, Problem.of(Reason.DESCRIPTION_CHANGED));
            case PeerMessage.Candidate _, PeerMessage.Restart _, PeerMessage.Refuse _ ->
                    report(ProblemReports.directionOf(message), Problem.of(Reason.SEAL_MISMATCH));
        }
    }

    /// Sends a text now or, while the link to this participant is still connecting, once it is
    /// open. A text that cannot be sent in time is reported.
    void sendText(ControlMessage.Chat text) {
        chat.add(text);
    }

    private void textNotDelivered() {
        report(Direction.SEND, Problem.of(Reason.CHAT_NOT_DELIVERED));
    }

    void serverLost() {
        repeats.cancel();
        presence.serverLost();
        sendLink.serverLost();
    }

    /// The signaling server has no address of this participant any more. The links go on as long as
    /// packets do.
    ///
    /// @param patience how long it may come back if it has no path either
    void addressLost(Duration patience) {
        repeats.cancel();
        sendLink.serverLost();
        presence.addressLost(patience);
    }

    /// The signaling server is back, or has an address of this participant again: what was sent
    /// before may be lost.
    void addressFound() {
        presence.addressFound();
        repeats.request();
    }

    private void repeatSent() {
        sendLink.serverBack();
        receiveLink.serverBack();
    }

    Presence presence() {
        return presence;
    }

    Duration withoutPath() {
        return presence.withoutPath();
    }

    /// There was a path, and there is none for some time.
    private void unreachable() {
        report(Direction.RECEIVE, Problem.of(Reason.PARTICIPANT_UNREACHABLE));
    }

    /// The server passed on a leave that this participant did not seal.
    void leaveForged() {
        report(Direction.RECEIVE, Problem.of(Reason.SEAL_MISMATCH));
    }

    RemoteParticipant view() {
        List<TrackChannel> shown = tracks.all().stream().filter(TrackChannel::isAnnounced).toList();
        return new RemoteParticipant(
                id,
                name,
                code(),
                receiveState,
                sendState,
                shown.stream().map(TrackChannel::view).toList());
    }

    /// The participant is not in the room any more: reports the texts that it did not get, and
    /// closes.
    void leave() {
        chat.giveUpAll();
        close();
    }

    void close() {
        presence.close();
        repeats.cancel();
        chat.close();
        sendLink.close();
        tracks.close();
        receiveLink.close();
    }

    private void tooManyTracks() {
        report(Direction.RECEIVE, Problem.of(Reason.TOO_MANY));
    }

    private void stateReceived(ControlMessage.State state) {
        if (!state.name().isBlank() && !state.name().equals(name)) {
            name = state.name();
            host.emit(new SessionEvent.ParticipantRenamed(id, name));
        }
        tracks.describe(state.tracks());
    }

    /// A problem without a subject gets this participant's name. Only somebody from whom nothing
    /// sealed ever came may be an invention of the server.
    private void report(Direction direction, Problem problem) {
        boolean real = known.isHeard() && problem.reason() == Reason.PARTICIPANT_UNREACHABLE;
        Reason reason = real ? Reason.LINK_FAILED : problem.reason();
        String subject = problem.subject().isEmpty() ? name : problem.subject();
        known.problems().add(direction, new Problem(reason, subject));
    }

    /// Receives the events of both links.
    private final class Events implements LinkObserver {
        @Override
        public void linkChanged(Direction direction, LinkState state) {
            switch (direction) {
                case SEND -> sendState = state;
                case RECEIVE -> receiveState = state;
            }
            presence.pathChanged(
                    sendState == LinkState.CONNECTED || receiveState == LinkState.CONNECTED);
            if (state == LinkState.CONNECTED) {
                known.connected(direction);
                tracks.connected();
            }
            host.emit(new SessionEvent.LinkChanged(id, direction, state));
        }

        @Override
        public void sendLinkSettled() {
            host.settledChanged();
        }

        @Override
        public void receiveLinkReplaced() {
            tracks.removeAll();
        }

        @Override
        public void trackAdded(RemoteTrack track) {
            tracks.add(track);
        }

        @Override
        public void trackRemoved(TrackId track) {
            tracks.remove(track);
        }

        @Override
        public void controlReceived(ControlMessage message) {
            switch (message) {
                case ControlMessage.Chat(String text, int number) -> {
                    if (known.takesText(number)) {
                        host.emit(new SessionEvent.ChatReceived(Optional.of(id), name, text));
                    }
                }
                case ControlMessage.State state -> stateReceived(state);
                case ControlMessage.NewSecret _, ControlMessage.Removed _ ->
                        host.secretReceived(message)
                                .ifPresent(problem -> report(Direction.RECEIVE, problem));
            }
        }

        @Override
        public void controlOpened() {
            host.greeting(id).forEach(sendLink::send);
            chat.opened();
        }

        @Override
        public void problem(Direction direction, Problem problem) {
            report(direction, problem);
        }
    }
}
