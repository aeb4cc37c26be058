package org.tonewire.app.core.peer;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tonewire.app.core.control.ControlMessage;
import org.tonewire.app.core.room.RemoteParticipant;
import org.tonewire.app.core.room.SessionEvent;
import org.tonewire.signaling.protocol.ParticipantId;
import org.tonewire.signaling.protocol.ParticipantInfo;
import org.tonewire.signaling.protocol.PeerMessage;

/// The remote participants of a room. Session thread only.
public final class Peers {
    private final Map<ParticipantId, Peer> peers = new LinkedHashMap<>();
    private final Faders faders = new Faders(this::tracks);
    private final PeerHost host;
    private @Nullable LinkContext links;

    public Peers(PeerHost host) {
        this.host = host;
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

    public List<RemoteParticipant> view() {
        return peers.values().stream().map(Peer::view).toList();
    }

    /// From here on links are made with this. Where this participant has another identity than
    /// before, everyone leaves.
    public void use(LinkContext next) {
        if (links == null || !links.identity().equals(next.identity())) {
            leaveAll();
            links = next;
        }
    }

    /// After [#use(LinkContext)].
    public void join(ParticipantInfo info) {
        LinkContext shared = links;
        if (shared == null || peers.containsKey(info.id())) {
            return;
        }
        Peer peer = new Peer(info, shared, faders, host);
        peers.put(info.id(), peer);
        host.emit(new SessionEvent.ParticipantJoined(info.id(), peer.name()));
        peer.sendLink().tracksChanged();
    }

    public void leave(ParticipantId id, boolean lost) {
        Peer peer = peers.remove(id);
        if (peer != null) {
            peer.leave();
            host.emit(new SessionEvent.ParticipantLeft(id, peer.name(), lost));
            host.settledChanged();
        }
    }

    public void received(ParticipantId from, PeerMessage message) {
        Peer peer = peers.get(from);
        if (peer != null) {
            peer.received(message);
        }
    }

    /// The signaling server is not reachable.
    public void serverLost() {
        peers.values().forEach(Peer::serverLost);
    }

    /// After a resumption: adds and removes who joined and left meanwhile, and repeats messages
    /// that may be lost.
    public void reconcile(List<ParticipantInfo> present) {
        Set<ParticipantId> ids =
                present.stream().map(ParticipantInfo::id).collect(Collectors.toSet());
        List.copyOf(peers.keySet()).stream()
                .filter(id -> !ids.contains(id))
                .forEach(id -> leave(id, true));
        peers.values().forEach(Peer::serverBack);
        present.forEach(this::join);
    }

    private void leaveAll() {
        List.copyOf(peers.keySet()).forEach(id -> leave(id, true));
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

    /// Sends a text to everyone who is in, also to those whose link is still connecting.
    public void sendText(ControlMessage.Chat text) {
        peers.values().forEach(peer -> peer.sendText(text));
    }

    public void close() {
        peers.values().forEach(Peer::close);
        peers.clear();
    }
}
