package org.tonewire.signaling.room;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tonewire.signaling.protocol.ParticipantId;
import org.tonewire.signaling.protocol.RoomName;
import org.tonewire.signaling.room.Lobby.Listener;
import org.tonewire.signaling.room.event.ConnectionId;
import org.tonewire.signaling.room.event.Delivery;
import org.tonewire.signaling.room.event.Participant;
import org.tonewire.signaling.room.event.RelayedMessage;
import org.tonewire.signaling.room.event.RoomEffect;
import org.tonewire.signaling.room.event.RoomEvent;

/// Decides who receives a relayed message: only members and listeners of the room of its sender.
/// Owned by [Rooms].
final class MessageRouting {
    private final RoomRegister register;
    private final Lobby lobby;

    MessageRouting(RoomRegister register, Lobby lobby) {
        this.register = register;
        this.lobby = lobby;
    }

    List<RoomEffect> relay(RoomEvent.Relay relay) {
        return sender(relay.by(), relay.from())
                .map(sender -> relay(sender, relay))
                .orElseGet(() -> List.of(new RoomEffect.NotInRoom(relay.by(), relay.from())));
    }

    List<RoomEffect> broadcast(RoomEvent.Broadcast broadcast) {
        Optional<Sender> found = sender(broadcast.by(), broadcast.from());
        if (found.isEmpty()) {
            return List.of(new RoomEffect.NotInRoom(broadcast.by(), broadcast.from()));
        }
        Sender sender = found.get();
        if (sender.self().isGuest()) {
            return List.of(new RoomEffect.NotAllowed(broadcast.by()));
        }
        RelayedMessage content = broadcast.content();
        Optional<RoomEntry> entry = register.find(sender.room());
        List<RoomEffect> effects = new ArrayList<>();
        entry.ifPresent(room ->
                effects.addAll(
                        register.commit(room, room.room().broadcast(sender.self(), content))));
        if (entry.map(RoomEntry::isOpen).orElse(true)) {
            Delivery relayed = new Delivery.Relayed(sender.self(), content);
            effects.addAll(lobby.deliver(sender.room(), sender.self().id(), relayed));
        }
        return effects;
    }

    /// The room in which this connection sends under this id.
    Optional<RoomName> roomOf(ConnectionId by, ParticipantId id) {
        return sender(by, id).map(Sender::room);
    }

    private List<RoomEffect> relay(Sender sender, RoomEvent.Relay relay) {
        Optional<RoomEntry> entry = register.find(sender.room());
        Optional<Membership> member = entry.flatMap(room -> room.room().member(relay.to()));
        if (sender.self().isGuest() && !mayAnswer(relay.content(), member)) {
            return List.of(new RoomEffect.NotAllowed(relay.by()));
        }
        if (entry.isPresent() && member.isPresent()) {
            Room room = entry.get().room();
            return register.commit(
                    entry.get(), room.relay(sender.self(), member.get(), relay.content()));
        }
        return entry.map(RoomEntry::isOpen).orElse(true)
                ? lobby.find(sender.room(), relay.to())
                        .map(listener ->
                                List.of(
                                        listener.deliver(
                                                new Delivery.Relayed(
                                                        sender.self(), relay.content()))))
                        .orElseGet(() -> unknownTarget(relay))
                : unknownTarget(relay);
    }

    /// What a guest sends is an answer to a member, or about one.
    private static boolean mayAnswer(RelayedMessage content, Optional<Membership> to) {
        return content.isAllowedToGuests() && to.filter(Membership::isGuest).isEmpty();
    }

    /// The sender as a member of a room, or as a listener of a room without an access key.
    private Optional<Sender> sender(ConnectionId by, ParticipantId from) {
        Optional<Sender> asMember =
                register.memberships()
                        .find(by, from)
                        .flatMap(key ->
                                register.entryOf(key)
                                        .room()
                                        .member(key.id())
                                        .map(membership ->
                                                new Sender(key.room(), membership.participant())));
        return asMember.or(() ->
                lobby.of(by)
                        .filter(listener -> listener.self().id().equals(from))
                        .filter(this::isInOpenRoom)
                        .map(listener -> new Sender(listener.room(), listener.self())));
    }

    private boolean isInOpenRoom(Listener listener) {
        return register.find(listener.room()).map(RoomEntry::isOpen).orElse(true);
    }

    private static List<RoomEffect> unknownTarget(RoomEvent.Relay relay) {
        return List.of(new RoomEffect.UnknownTarget(relay.by(), relay.to()));
    }

    private record Sender(RoomName room, Participant self) {}
}
