package org.tonewire.app.core.session;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.tonewire.app.core.control.ControlMessage;
import org.tonewire.app.core.exchange.LinkContext;
import org.tonewire.app.core.room.RemoteParticipant;
import org.tonewire.app.core.room.SessionEvent;
import org.tonewire.signaling.protocol.ParticipantId;
import org.tonewire.signaling.protocol.ParticipantInfo;
import org.tonewire.signaling.protocol.PeerMessage;

/// The others in the room. Session thread only.
final class Peers {
    private final Map<ParticipantId, Peer> peers = new LinkedHashMap<>();

    Collection<Peer> all() {
        return peers.values();
    }

    /// All received tracks of all participants.
    Collection<TrackChannel> tracks() {
        return peers.values().stream().flatMap(peer -> peer.tracks().stream()).toList();
    }

    List<RemoteParticipant> view() {
        return peers.values().stream().map(Peer::view).toList();
    }

    void join(ParticipantInfo info, LinkContext links, PeerContext context) {
        if (peers.containsKey(info.id())) {
            return;
        }
        Peer peer = new Peer(info, links, context);
        peers.put(info.id(), peer);
        context.emit(new SessionEvent.ParticipantJoined(info.id(), peer.name()));
        peer.sendLink().tracksChanged();
    }

    void leave(ParticipantId id, boolean lost, PeerContext context) {
        Peer peer = peers.remove(id);
        if (peer != null) {
            peer.close();
            context.emit(new SessionEvent.ParticipantLeft(id, peer.name(), lost));
        }
    }

    void received(ParticipantId from, PeerMessage message) {
        Peer peer = peers.get(from);
        if (peer != null) {
            peer.received(message);
        }
    }

    /// After a resumption: who came and went meanwhile, and what may be lost of what was said.
    void reconcile(List<ParticipantInfo> present, LinkContext links, PeerContext context) {
        Set<ParticipantId> ids =
                present.stream().map(ParticipantInfo::id).collect(Collectors.toSet());
        List.copyOf(peers.keySet()).stream()
                .filter(id -> !ids.contains(id))
                .forEach(id -> leave(id, true, context));
        peers.values().forEach(Peer::rejoined);
        present.forEach(info -> join(info, links, context));
    }

    void leaveAll(PeerContext context) {
        List.copyOf(peers.keySet()).forEach(id -> leave(id, true, context));
    }

    /// Whether everyone hears every track.
    boolean areSettled() {
        return peers.values().stream().allMatch(peer -> peer.sendLink().isSettled());
    }

    void tracksChanged() {
        peers.values().forEach(peer -> peer.sendLink().tracksChanged());
    }

    void tell(ControlMessage message) {
        peers.values().forEach(peer -> peer.sendLink().send(message));
    }

    void close() {
        peers.values().forEach(Peer::close);
        peers.clear();
    }
}
