package org.tonewire.signaling.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tonewire.signaling.room.RoomsFixture.STUDIO;
import static org.tonewire.signaling.room.RoomsFixture.delivered;
import static org.tonewire.signaling.room.RoomsFixture.id;
import static org.tonewire.signaling.room.RoomsFixture.message;
import static org.tonewire.signaling.room.RoomsFixture.on;
import static org.tonewire.signaling.room.RoomsFixture.participant;
import static org.tonewire.signaling.room.RoomsFixture.relayed;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tonewire.signaling.room.event.Delivery;
import org.tonewire.signaling.room.event.RoomEffect;
import org.tonewire.signaling.room.event.RoomEvent;

/// Listeners: connections that observe a room without being members.
final class LobbyTest {
    private final RoomsFixture rooms = new RoomsFixture(RoomLimits.DEFAULT);

    @Test
    void aListenerIsInformedOfJoinsAndIsNotCounted() {
        assertThat(listen(1, "7")).isEmpty();

        assertThat(rooms.claim(2, STUDIO, "ann"))
                .contains(delivered(1, "7", new Delivery.Joined(participant("ann", "n2"))));
        assertThat(rooms.rooms().summaries().getFirst().members()).containsExactly(id("ann"));
    }

    @Test
    void aListenerSendsAndReceivesMessages() {
        listen(1, "7");
        rooms.claim(2, STUDIO, "ann");

        assertThat(rooms.relay(2, "ann", "7"))
                .containsExactly(delivered(1, "7", relayed("ann", "n2")));
        assertThat(rooms.relay(1, "7", "ann"))
                .containsExactly(delivered(2, "ann", relayed("7", "n1")));
        assertThat(rooms.apply(new RoomEvent.Broadcast(on(1), id("7"), message())))
                .containsExactly(delivered(2, "ann", relayed("7", "n1")));
    }

    @Test
    void aBroadcastReachesListenersToo() {
        listen(1, "7");
        listen(2, "8");
        rooms.claim(3, STUDIO, "ann");

        assertThat(rooms.apply(new RoomEvent.Broadcast(on(3), id("ann"), message())))
                .containsExactly(
                        delivered(1, "7", relayed("ann", "n3")),
                        delivered(2, "8", relayed("ann", "n3")));
    }

    @Test
    void enteringARoomEndsListening() {
        listen(1, "7");
        rooms.claim(1, STUDIO, "7");

        assertThat(rooms.claim(2, STUDIO, "ann"))
                .filteredOn(RoomEffect.Deliver.class::isInstance)
                .filteredOn(effect -> ((RoomEffect.Deliver) effect).to().equals(on(1)))
                .hasSize(1);
    }

    @Test
    void aListenerOfARoomThatGetsAKeyNeitherReceivesNorSends() {
        listen(1, "7");

        assertThat(rooms.open(2)).hasSize(1);
        assertThat(rooms.relay(1, "7", "p1")).containsExactly(notInRoom(1, "7"));
        assertThat(rooms.relay(2, "p1", "7"))
                .containsExactly(new RoomEffect.UnknownTarget(on(2), id("7")));
    }

    @Test
    void aListenerThatLeftReceivesNothing() {
        listen(1, "7");
        rooms.apply(new RoomEvent.ConnectionLost(on(1)));
        listen(3, "9");
        rooms.apply(new RoomEvent.StopListening(on(3)));

        assertThat(rooms.claim(2, STUDIO, "ann")).hasSize(1);
    }

    @Test
    void anUpdatedProfileIsUsedAtOnce() {
        listen(1, "7");
        rooms.claim(2, STUDIO, "ann");
        rooms.apply(new RoomEvent.UpdateProfile(on(1), participant("7", "Zoe")));
        rooms.apply(new RoomEvent.UpdateProfile(on(2), participant("ann", "Anna")));

        assertThat(rooms.relay(1, "7", "ann"))
                .isEqualTo(List.of(delivered(2, "ann", relayed("7", "Zoe"))));
        assertThat(rooms.relay(2, "ann", "7"))
                .isEqualTo(List.of(delivered(1, "7", relayed("ann", "Anna"))));
    }

    private List<RoomEffect> listen(int connection, String id) {
        return rooms.apply(
                new RoomEvent.Listen(on(connection), STUDIO, participant(id, "n" + connection)));
    }

    private static RoomEffect notInRoom(int connection, String id) {
        return new RoomEffect.NotInRoom(on(connection), id(id));
    }
}
