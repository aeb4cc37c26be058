package org.tonewire.signaling.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tonewire.signaling.room.RoomsFixture.delivered;
import static org.tonewire.signaling.room.RoomsFixture.id;
import static org.tonewire.signaling.room.RoomsFixture.left;
import static org.tonewire.signaling.room.RoomsFixture.on;
import static org.tonewire.signaling.room.RoomsFixture.relayed;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.tonewire.signaling.protocol.LeaveReason;
import org.tonewire.signaling.protocol.RoomName;
import org.tonewire.signaling.room.event.Delivery;
import org.tonewire.signaling.room.event.RoomEffect;
import org.tonewire.signaling.room.event.RoomEvent;

/// Ids that clients bring, as older client families do.
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
                        delivered(2, "bob", new Delivery.Replaced(ann)))
                .hasSize(3);
        assertThat(rooms.apply(new RoomEvent.ConnectionClosed(on(1)))).isEmpty();
        assertThat(rooms.relay(2, "bob", "ann"))
                .containsExactly(delivered(3, "ann", relayed("bob", "n2")));
    }

    @Test
    void oneConnectionHoldsSeveralMemberships() {
        rooms.claim(1, DEFAULT, "ann");
        rooms.claim(1, DEFAULT, "anna");
        rooms.claim(2, DEFAULT, "bob");

        assertThat(rooms.relay(1, "anna", "bob"))
                .containsExactly(delivered(2, "bob", relayed("anna", "n1")));
        assertThat(rooms.apply(new RoomEvent.ConnectionClosed(on(1))))
                .containsExactly(
                        delivered(2, "bob", left("ann", LeaveReason.LEFT)),
                        delivered(2, "bob", left("anna", LeaveReason.LEFT)));
    }

    @Test
    @DisplayName("Connected --lose--> (none) if the membership cannot be resumed")
    void aMembershipWithAClaimedIdIsNotKept() {
        rooms.claim(1, DEFAULT, "ann");
        rooms.claim(2, DEFAULT, "bob");

        assertThat(rooms.apply(new RoomEvent.ConnectionLost(on(1))))
                .containsExactly(delivered(2, "bob", left("ann", LeaveReason.LOST)));
    }

    @Test
    void theSameIdInTwoRoomsIsTwoParticipants() {
        rooms.claim(1, DEFAULT, "ann");
        rooms.claim(2, new RoomName("other"), "ann");
        rooms.claim(3, DEFAULT, "bob");

        assertThat(rooms.relay(3, "bob", "ann"))
                .containsExactly(delivered(1, "ann", relayed("bob", "n3")));
    }
}
