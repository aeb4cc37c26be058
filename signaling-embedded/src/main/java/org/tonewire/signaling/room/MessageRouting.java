package org.tonewire.signaling.room;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tonewire.signaling.protocol.ParticipantId;
import org.tonewire.signaling.protocol.RoomName;
import org.tonewire.signaling.room.Lobby.Listener;
import org.tonewire.signaling.room.event.Participant;
import org.tonewire.signaling.room.event.ConnectionId;
import org.tonewire.signaling.room.event.Delivery;
import org.tonewire.signaling.room.event.RoomEffect;
import org.tonewire.signaling.room.event.RoomEvent;
import org.tonewire.signaling.room.event.RelayedMessage;

/// Who hears what is said: never anybody outside the speaker's room. Owned by [Rooms].
final class MessageRouting {
    private final RoomRegister register;
    private final Lobby lobby;

    MessageRouting(RoomRegister register, Lobby lobby) {
        this.register = register;
        this.lobby = lobby;
    }

    List<RoomEffect> say(RoomEvent.Say say) {
        return sender(say.by(), say.from())
                .map(sender -> say(sender, say))
                .orElseGet(() -> List.of(new RoomEffect.NotInRoom(say.by(), say.from())));
    }

    List<RoomEffect> broadcast(RoomEvent.Broadcast broadcast) {
        Optional<Sender> found = sender(broadcast.by(), broadcast.from());
        if (found.isEmpty()) {
            return List.of(new RoomEffect.NotInRoom(broadcast.by(), broadcast.from()));
        }
        Sender sender = found.get();
        RelayedMessage content = broadcast.content();
        Optional<RoomEntry> entry = register.find(sender.room());
        List<RoomEffect> effects = new ArrayList<>();
        entry.ifPresent(room ->
                effects.addAll(
                        register.settle(room, room.room().broadcast(sender.self(), content))));
        if (entry.map(RoomEntry::isOpen).orElse(true)) {
            Delivery said = new Delivery.Said(sender.self(), content);
            effects.addAll(lobby.tell(sender.room(), sender.self().id(), said));
        }
        return effects;
    }

    Optional<RoomName> roomOf(ConnectionId by, ParticipantId id) {
        return sender(by, id).map(Sender::room);
    }

    private List<RoomEffect> say(Sender sender, RoomEvent.Say say) {
        Optional<RoomEntry> entry = register.find(sender.room());
        Optional<Membership> member = entry.flatMap(room -> room.room().member(say.to()));
        if (entry.isPresent() && member.isPresent()) {
            Room room = entry.get().room();
            return register.settle(
                    entry.get(), room.say(sender.self(), member.get(), say.content()));
        }
        return entry.map(RoomEntry::isOpen).orElse(true)
                ? lobby.find(sender.room(), say.to())
                        .map(to ->
                                List.of(to.tell(new Delivery.Said(sender.self(), say.content()))))
                        .orElseGet(() -> nobody(say))
                : nobody(say);
    }

    /// Someone in a place, or listening at the door of a room that is open.
    private Optional<Sender> sender(ConnectionId by, ParticipantId from) {
        Optional<Sender> seated =
                register.memberships()
                        .find(by, from)
                        .flatMap(key ->
                                register.entryOf(key)
                                        .room()
                                        .member(key.id())
                                        .map(member ->
                                                new Sender(key.room(), member.participant())));
        return seated.or(() ->
                lobby.of(by)
                        .filter(listener -> listener.self().id().equals(from))
                        .filter(this::isAtAnOpenDoor)
                        .map(listener -> new Sender(listener.room(), listener.self())));
    }

    private boolean isAtAnOpenDoor(Listener listener) {
        return register.find(listener.room()).map(RoomEntry::isOpen).orElse(true);
    }

    private static List<RoomEffect> nobody(RoomEvent.Say say) {
        return List.of(new RoomEffect.UnknownTarget(say.by(), say.to()));
    }

    private record Sender(RoomName room, Participant self) {}
}
