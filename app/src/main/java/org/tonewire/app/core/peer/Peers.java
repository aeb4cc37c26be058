package org.tonewire.app.core.peer;

import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tonewire.app.core.control.ControlMessage;
import org.tonewire.app.core.link.Direction;
import org.tonewire.app.core.loop.SessionLoop;
import org.tonewire.app.core.negotiation.AddressBook;
import org.tonewire.app.core.negotiation.LinkContext;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.core.problem.Reason;
import org.tonewire.app.core.room.MessageStats;
import org.tonewire.app.core.room.RemoteParticipant;
import org.tonewire.app.core.room.SessionEvent;
import org.tonewire.app.core.trust.SessionIdentity;
import org.tonewire.signaling.protocol.ParticipantId;
import org.tonewire.signaling.protocol.ParticipantInfo;
import org.tonewire.signaling.protocol.PeerMessage;
import org.tonewire.signaling.protocol.Seal;
import org.tonewire.signaling.protocol.key.IdentityKey;

/// The remote participants of a room, by their identities. Each costs links and threads, so their
/// number is limited, and how fast new ones are taken: whoever has the invite can make identities
/// (decision 59). Session thread only.
public final class Peers {
    /// After a restart of the signaling server everyone comes back at a time of their own.
    static final Duration RETURN_PATIENCE = Duration.ofSeconds(10);

    private static final Duration ADMIT_AGAIN = Duration.ofSeconds(1);

    private final Map<IdentityKey, Peer> peers = new LinkedHashMap<>();

    private final Faders faders = new Faders(this::tracks, this::tracksWithoutPath);
    private final SessionLoop loop;
    private final SessionIdentity self;
    private final AddressBook addresses;
    private final PeerHost host;
    private final KnownPeers known;
    private final Places places;
    private final ProblemReports problems;

    /// While the first list of the server is taken.
    private boolean entering;

    private int lastText;
    private @Nullable LinkContext links;
    private SessionLoop.@Nullable Timer admitting;

    /// @param addresses filled by this class
    public Peers(SessionLoop loop, SessionIdentity self, AddressBook addresses, PeerHost host) {
        this.loop = loop;
        this.self = self;
        this.addresses = addresses;
        this.host = host;
        this.known = new KnownPeers(loop, host::emit, this::isPresent);
        this.places = new Places(known, loop.nanoTime());
        this.problems = known.reports();
    }

    /// The faders of their tracks.
    public Faders faders() {
        return faders;
    }

    public Collection<Peer> all() {
        return peers.values();
    }

    /// All received tracks of all participants.
    public Collection<TrackChannel> tracks() {
        return peers.values().stream().flatMap(peer -> peer.tracks().stream()).toList();
    }

    private Collection<TrackChannel> tracksWithoutPath(String name) {
        return peers.values().stream()
                .filter(peer -> peer.name().equals(name) && !peer.presence().hasPath())
                .flatMap(peer -> peer.tracks().stream())
                .toList();
    }

    public List<RemoteParticipant> view() {
        return peers.values().stream().map(Peer::view).toList();
    }

    /// From here on links are made with this.
    public void use(LinkContext next) {
        links = next;
    }

    /// The server names a participant: a new one, or one that has another address now. After
    /// [#use(LinkContext)].
    public void entered(ParticipantInfo info) {
        Optional<IdentityKey> before = addresses.at(info.id());
        switch (addresses.add(info)) {
            case TAKEN -> {
                before.ifPresent(this::addressGone);
                addresses.at(info.id()).ifPresent(key -> present(key, info.name().value()));
            }
            case SAME, SELF -> {}
            case UNPROVEN ->
                    problems.add(
                            Direction.RECEIVE,
                            new Problem(Reason.IDENTITY_UNPROVEN, info.name().value()));
            case TOO_MANY -> tooMany();
        }
    }

    private void present(IdentityKey key, String name) {
        Peer there = peers.get(key);
        if (there != null) {
            there.addressFound();
        } else if (!known.hasLeft(key)) {
            places.await(key, name);
            admit();
            if (places.isWaiting(key) && places.areFull()) {
                tooMany();
            }
        }
    }

    private void tooMany() {
        problems.add(Direction.RECEIVE, Problem.of(Reason.TOO_MANY));
    }

    /// Takes those who wait, as far as there are places, and not too many in a short time.
    private void admit() {
        stopAdmitting();
        LinkContext shared = links;
        if (shared == null) {
            return;
        }
        for (IdentityKey next : places.waiting()) {
            boolean full = places.areFull();
            Optional<Peer> former = full ? places.givesWay(peers.values()) : Optional.empty();
            if (full && former.isEmpty()) {
                break;
            }
            if (entering || places.mayCome(next, loop.nanoTime())) {
                former.ifPresent(this::giveWay);
                places.give(next).ifPresent(newcomer -> add(newcomer, shared));
            }
        }
        if (!places.waiting().isEmpty()) {
            admitting = loop.after(ADMIT_AGAIN, this::admit);
        }
    }

    private void stopAdmitting() {
        if (admitting != null) {
            admitting.cancel();
            admitting = null;
        }
    }

    private void giveWay(Peer former) {
        remove(former.id(), true);
        known.find(former.id()).ifPresent(KnownPeer::gaveWay);
    }

    private void add(KnownPeer identity, LinkContext shared) {
        IdentityKey key = identity.key();
        Peer peer = new Peer(identity, shared, faders, host, () -> lost(key));
        peers.put(key, peer);
        host.emit(new SessionEvent.ParticipantJoined(key, peer.name(), peer.code()));
        peer.sendLink().tracksChanged();
    }

    /// The server says that a participant left.
    ///
    /// @param seal of the participant; without it, its links end when their packets do
    public void left(ParticipantId address, Optional<Seal> seal) {
        Optional<IdentityKey> there = addresses.remove(address);
        if (there.isEmpty()) {
            return;
        }
        IdentityKey key = there.get();
        Optional<KnownPeer> identity = seal.isEmpty() ? Optional.empty() : known.find(key);
        if (identity.isPresent() && identity.get().allowance().take(loop.nanoTime())) {
            if (self.isLeaveSealed(key, seal.orElseThrow())) {
                remove(key, false);
                places.stopWaiting(key);
                identity.get().leave();
                admit();
                return;
            }
            Optional.ofNullable(peers.get(key)).ifPresent(Peer::leaveForged);
        }
        addressGone(key);
    }

    /// The identity may have lost its last address.
    private void addressGone(IdentityKey key) {
        if (addresses.of(key).isEmpty()) {
            places.stopWaiting(key);
            Optional.ofNullable(peers.get(key))
                    .ifPresent(peer -> peer.addressLost(Presence.WITHOUT_PATH));
            letReplacedGo();
        }
    }

    private void lost(IdentityKey key) {
        remove(key, true);
        admit();
    }

    private void remove(IdentityKey key, boolean lost) {
        Peer peer = peers.remove(key);
        if (peer != null) {
            peer.leave();
            places.leave(key);
            host.emit(new SessionEvent.ParticipantLeft(key, peer.name(), lost));
            host.settledChanged();
        }
    }

    /// Follows what these participants do.
    public void happened(SessionEvent event) {
        if (event instanceof SessionEvent.LinkChanged
                || event instanceof SessionEvent.TrackAdded
                || event instanceof SessionEvent.ParticipantRenamed) {
            loop.post(this::letReplacedGo);
        }
    }

    /// Who is away is not waited for once its program was started again.
    private void letReplacedGo() {
        Replacement.among(peers.values()).forEach(this::replace);
    }

    private void replace(Replacement replacement) {
        Peer newer = replacement.newer();
        lost(replacement.former().id());
        newer.tracks().stream()
                .filter(TrackChannel::isAnnounced)
                .forEach(track -> faders.restoreByNames(track, newer.name()));
        host.emit(new SessionEvent.SettingChanged());
    }

    /// Ends the links with a participant who is not in the room any more.
    ///
    /// @param lost whether it is lost, and did not leave or was removed
    public void end(IdentityKey key, boolean lost) {
        places.stopWaiting(key);
        remove(key, lost);
        admit();
    }

    /// What was refused of what came in their names.
    public MessageStats refused() {
        return known.refused();
    }

    private boolean isPresent(IdentityKey key) {
        return peers.containsKey(key) || addresses.of(key).isPresent();
    }

    public void received(ParticipantId from, PeerMessage message, Optional<Seal> seal) {
        Optional<IdentityKey> sender = addresses.at(from);
        if (sender.isEmpty()) {
            return;
        }
        Peer peer = peers.get(sender.get());
        if (peer != null) {
            peer.received(message, seal);
        } else if (seal.isPresent()) {
            known.find(sender.get()).ifPresent(identity -> speaks(identity, message, seal.get()));
        }
    }

    /// Somebody who had to give its place to another exists after all, and waits for the next one.
    private void speaks(KnownPeer identity, PeerMessage message, Seal seal) {
        IdentityKey key = identity.key();
        if (!identity.hasLeft()
                && !places.isWaiting(key)
                && identity.allowance().take(loop.nanoTime())
                && self.isSealed(key, message, seal)) {
            places.await(key, identity.name());
            admit();
        }
    }

    /// The signaling server is not reachable.
    public void serverLost() {
        peers.values().forEach(Peer::serverLost);
    }

    /// In the room, for the first time or again: takes the server's list of who is there.
    ///
    /// @param resumed whether the server still knew this participant, and therefore who is missing
    ///   in its list is not there
    public void reconcile(List<ParticipantInfo> present, boolean resumed) {
        addresses.clear();
        places.stopWaiting();
        entering = known.isEmpty();
        present.forEach(this::entered);
        entering = false;
        Duration patience = resumed ? Presence.WITHOUT_PATH : RETURN_PATIENCE;
        for (Peer peer : List.copyOf(peers.values())) {
            if (addresses.of(peer.id()).isEmpty()) {
                peer.addressLost(patience);
            }
        }
        letReplacedGo();
    }

    /// Whether everyone has every track of the last offer.
    public boolean areSettled() {
        return peers.values().stream().allMatch(peer -> peer.sendLink().isSettled());
    }

    public void tracksChanged() {
        peers.values().forEach(peer -> peer.sendLink().tracksChanged());
    }

    /// Sends the state to those whose control channel is open; the others get it when theirs opens.
    public void sendToAll(ControlMessage.State state) {
        peers.values().forEach(peer -> peer.sendLink().send(state));
    }

    /// Sends a message to all but these.
    ///
    /// @return whether all of them have an open control channel
    public boolean sendToOthers(ControlMessage message, Collection<IdentityKey> without) {
        boolean all = true;
        for (Peer peer : peers.values()) {
            all &= without.contains(peer.id()) || peer.sendLink().send(message);
        }
        return all;
    }

    /// Sends a message to one participant, if its control channel is open.
    public void sendTo(IdentityKey to, ControlMessage message) {
        Optional.ofNullable(peers.get(to)).ifPresent(peer -> peer.sendLink().send(message));
    }

    /// Sends a text to everyone who is in, also to those whose link is still connecting.
    public void sendText(String text) {
        ControlMessage.Chat numbered = new ControlMessage.Chat(text, ++lastText);
        peers.values().forEach(peer -> peer.sendText(numbered));
    }

    public void close() {
        stopAdmitting();
        problems.close();
        peers.values().forEach(Peer::close);
        peers.clear();
        known.close();
    }
}
