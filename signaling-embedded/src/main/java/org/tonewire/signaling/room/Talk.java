package org.tonewire.signaling.room;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tonewire.signaling.protocol.ParticipantId;
import org.tonewire.signaling.protocol.RoomName;
import org.tonewire.signaling.room.Lobby.Listener;
import org.tonewire.signaling.room.event.Attendee;
import org.tonewire.signaling.room.event.ConnectionId;
import org.tonewire.signaling.room.event.Delivery;
import org.tonewire.signaling.room.event.RoomEffect;
import org.tonewire.signaling.room.event.RoomEvent;
import org.tonewire.signaling.room.event.Speech;

/// Who hears what is said: never anybody outside the speaker's room. Owned by [Rooms].
final class Talk {
    private final RoomRegister register;
    private final Lobby lobby;

    Talk(RoomRegister register, Lobby lobby) {
        this.register = register;
        this.lobby = lobby;
    }

    List<RoomEffect> say(RoomEvent.Say say) {
        return speaker(say.by(), say.from())
                .map(speaker -> say(speaker, say))
                .orElseGet(() -> List.of(new RoomEffect.NotInRoom(say.by(), say.from())));
    }

    List<RoomEffect> broadcast(RoomEvent.Broadcast broadcast) {
        Optional<Speaker> found = speaker(broadcast.by(), broadcast.from());
        if (found.isEmpty()) {
            return List.of(new RoomEffect.NotInRoom(broadcast.by(), broadcast.from()));
        }
        Speaker speaker = found.get();
        Speech speech = broadcast.speech();
        Optional<RoomEntry> entry = register.find(speaker.room());
        List<RoomEffect> effects = new ArrayList<>();
        entry.ifPresent(room ->
                effects.addAll(
                        register.settle(room, room.room().broadcast(speaker.self(), speech))));
        if (entry.map(RoomEntry::isOpen).orElse(true)) {
            Delivery said = new Delivery.Said(speaker.self(), speech);
            effects.addAll(lobby.tell(speaker.room(), speaker.self().id(), said));
        }
        return effects;
    }

    Optional<RoomName> roomOf(ConnectionId by, ParticipantId id) {
        return speaker(by, id).map(Speaker::room);
    }

    private List<RoomEffect> say(Speaker speaker, RoomEvent.Say say) {
        Optional<RoomEntry> entry = register.find(speaker.room());
        Optional<Member> member = entry.flatMap(room -> room.room().member(say.to()));
        if (entry.isPresent() && member.isPresent()) {
            Room room = entry.get().room();
            return register.settle(
                    entry.get(), room.say(speaker.self(), member.get(), say.speech()));
        }
        return entry.map(RoomEntry::isOpen).orElse(true)
                ? lobby.find(speaker.room(), say.to())
                        .map(to ->
                                List.of(to.tell(new Delivery.Said(speaker.self(), say.speech()))))
                        .orElseGet(() -> nobody(say))
                : nobody(say);
    }

    /// Someone in a place, or listening at the door of a room that is open.
    private Optional<Speaker> speaker(ConnectionId by, ParticipantId from) {
        Optional<Speaker> seated =
                register.seats()
                        .find(by, from)
                        .flatMap(seat ->
                                register.entryOf(seat)
                                        .room()
                                        .member(seat.id())
                                        .map(member ->
                                                new Speaker(seat.room(), member.attendee())));
        return seated.or(() ->
                lobby.of(by)
                        .filter(listener -> listener.self().id().equals(from))
                        .filter(this::isAtAnOpenDoor)
                        .map(listener -> new Speaker(listener.room(), listener.self())));
    }

    private boolean isAtAnOpenDoor(Listener listener) {
        return register.find(listener.room()).map(RoomEntry::isOpen).orElse(true);
    }

    private static List<RoomEffect> nobody(RoomEvent.Say say) {
        return List.of(new RoomEffect.UnknownTarget(say.by(), say.to()));
    }

    private record Speaker(RoomName room, Attendee self) {}
}
