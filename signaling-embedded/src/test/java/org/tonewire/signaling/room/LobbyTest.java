package org.tonewire.signaling.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tonewire.signaling.room.RoomsFixture.STUDIO;
import static org.tonewire.signaling.room.RoomsFixture.participant;
import static org.tonewire.signaling.room.RoomsFixture.id;
import static org.tonewire.signaling.room.RoomsFixture.message;
import static org.tonewire.signaling.room.RoomsFixture.on;
import static org.tonewire.signaling.room.RoomsFixture.said;
import static org.tonewire.signaling.room.RoomsFixture.told;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tonewire.signaling.room.event.Delivery;
import org.tonewire.signaling.room.event.RoomEffect;
import org.tonewire.signaling.room.event.RoomEvent;

/// Those who hear a room without being in it.
final class LobbyTest {
    private final RoomsFixture rooms = new RoomsFixture(RoomLimits.DEFAULT);

    @Test
    void aListenerHearsWhoComesAndIsNotCounted() {
        assertThat(listen(1, "7")).isEmpty();

        assertThat(rooms.claim(2, STUDIO, "ann"))
                .contains(told(1, "7", new Delivery.Joined(participant("ann", "n2"))));
        assertThat(rooms.rooms().summaries().getFirst().members()).containsExactly(id("ann"));
    }

    @Test
    void aListenerSpeaksAndIsSpokenTo() {
        listen(1, "7");
        rooms.claim(2, STUDIO, "ann");

        assertThat(rooms.say(2, "ann", "7")).containsExactly(told(1, "7", said("ann", "n2")));
        assertThat(rooms.say(1, "7", "ann")).containsExactly(told(2, "ann", said("7", "n1")));
        assertThat(rooms.apply(new RoomEvent.Broadcast(on(1), id("7"), message())))
                .containsExactly(told(2, "ann", said("7", "n1")));
    }

    @Test
    void aBroadcastReachesListenersToo() {
        listen(1, "7");
        listen(2, "8");
        rooms.claim(3, STUDIO, "ann");

        assertThat(rooms.apply(new RoomEvent.Broadcast(on(3), id("ann"), message())))
                .containsExactly(told(1, "7", said("ann", "n3")), told(2, "8", said("ann", "n3")));
    }

    @Test
    void whoEntersListensNoMore() {
        listen(1, "7");
        rooms.claim(1, STUDIO, "7");

        assertThat(rooms.claim(2, STUDIO, "ann"))
                .filteredOn(RoomEffect.Deliver.class::isInstance)
                .filteredOn(effect -> ((RoomEffect.Deliver) effect).to().equals(on(1)))
                .hasSize(1);
    }

    @Test
    void aListenerOfARoomThatGetsAKeyHearsNothingAndSaysNothing() {
        listen(1, "7");

        assertThat(rooms.open(2)).hasSize(1);
        assertThat(rooms.say(1, "7", "p1")).containsExactly(notInRoom(1, "7"));
        assertThat(rooms.say(2, "p1", "7"))
                .containsExactly(new RoomEffect.UnknownTarget(on(2), id("7")));
    }

    @Test
    void aListenerThatGoesIsToldNothing() {
        listen(1, "7");
        rooms.apply(new RoomEvent.ConnectionLost(on(1)));
        listen(3, "9");
        rooms.apply(new RoomEvent.StopListening(on(3)));

        assertThat(rooms.claim(2, STUDIO, "ann")).hasSize(1);
    }

    @Test
    void whoSaysSomethingNewOfItselfIsKnownByIt() {
        listen(1, "7");
        rooms.claim(2, STUDIO, "ann");
        rooms.apply(new RoomEvent.UpdateProfile(on(1), participant("7", "Zoe")));
        rooms.apply(new RoomEvent.UpdateProfile(on(2), participant("ann", "Anna")));

        assertThat(rooms.say(1, "7", "ann")).isEqualTo(List.of(told(2, "ann", said("7", "Zoe"))));
        assertThat(rooms.say(2, "ann", "7")).isEqualTo(List.of(told(1, "7", said("ann", "Anna"))));
    }

    private List<RoomEffect> listen(int connection, String id) {
        return rooms.apply(
                new RoomEvent.Listen(on(connection), STUDIO, participant(id, "n" + connection)));
    }

    private static RoomEffect notInRoom(int connection, String id) {
        return new RoomEffect.NotInRoom(on(connection), id(id));
    }
}
