package org.tonewire.signaling.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tonewire.signaling.room.RoomsFixture.departed;
import static org.tonewire.signaling.room.RoomsFixture.id;
import static org.tonewire.signaling.room.RoomsFixture.on;
import static org.tonewire.signaling.room.RoomsFixture.said;
import static org.tonewire.signaling.room.RoomsFixture.told;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.tonewire.signaling.protocol.LeaveReason;
import org.tonewire.signaling.protocol.RoomName;
import org.tonewire.signaling.room.event.Delivery;
import org.tonewire.signaling.room.event.RoomEffect;
import org.tonewire.signaling.room.event.RoomEvent;

/// Ids that clients bring themselves, as older client families do.
final class ClaimedIdsTest {
    private static final RoomName DEFAULT = new RoomName("default");

    private final RoomsFixture rooms = new RoomsFixture(RoomLimits.DEFAULT);

    @Test
    @DisplayName("Connected --enter with the same id--> Connected by the newer connection")
    void theNewerConnectionOwnsTheId() {
        rooms.claim(1, DEFAULT, "ann");
        rooms.claim(2, DEFAULT, "bob");

        var effects = rooms.claim(3, DEFAULT, "ann");

        var ann = RoomsFixture.participant("ann", "n3");
        assertThat(effects)
                .startsWith(
                        new RoomEffect.Supersede(on(1), id("ann")),
                        told(2, "bob", new Delivery.Replaced(ann)))
                .hasSize(3);
        assertThat(rooms.apply(new RoomEvent.ConnectionClosed(on(1)))).isEmpty();
        assertThat(rooms.say(2, "bob", "ann")).containsExactly(told(3, "ann", said("bob", "n2")));
    }

    @Test
    void oneConnectionHoldsSeveralPlaces() {
        rooms.claim(1, DEFAULT, "ann");
        rooms.claim(1, DEFAULT, "anna");
        rooms.claim(2, DEFAULT, "bob");

        assertThat(rooms.say(1, "anna", "bob")).containsExactly(told(2, "bob", said("anna", "n1")));
        assertThat(rooms.apply(new RoomEvent.ConnectionClosed(on(1))))
                .containsExactly(
                        told(2, "bob", departed("ann", LeaveReason.LEFT)),
                        told(2, "bob", departed("anna", LeaveReason.LEFT)));
    }

    @Test
    @DisplayName("Connected --lose--> (none) where no place is kept")
    void aClaimedPlaceIsNotKept() {
        rooms.claim(1, DEFAULT, "ann");
        rooms.claim(2, DEFAULT, "bob");

        assertThat(rooms.apply(new RoomEvent.ConnectionLost(on(1))))
                .containsExactly(told(2, "bob", departed("ann", LeaveReason.LOST)));
    }

    @Test
    void theSameIdInTwoRoomsIsTwoParticipants() {
        rooms.claim(1, DEFAULT, "ann");
        rooms.claim(2, new RoomName("other"), "ann");
        rooms.claim(3, DEFAULT, "bob");

        assertThat(rooms.say(3, "bob", "ann")).containsExactly(told(1, "ann", said("bob", "n3")));
    }
}
