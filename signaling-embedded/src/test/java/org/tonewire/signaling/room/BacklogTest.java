package org.tonewire.signaling.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tonewire.signaling.room.RoomsFixture.delivered;
import static org.tonewire.signaling.room.RoomsFixture.fresh;
import static org.tonewire.signaling.room.RoomsFixture.message;
import static org.tonewire.signaling.room.RoomsFixture.on;
import static org.tonewire.signaling.room.RoomsFixture.participant;
import static org.tonewire.signaling.room.RoomsFixture.relayed;
import static org.tonewire.signaling.room.RoomsFixture.resumed;
import static org.tonewire.signaling.room.RoomsFixture.welcomed;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tonewire.signaling.room.event.Delivery;
import org.tonewire.signaling.room.event.RoomEffect;
import org.tonewire.signaling.room.event.RoomEvent;

/// What waits for a participant whose connection is lost, the third of three in the room.
final class BacklogTest {
    private static final RoomLimits LIMITS = RoomLimits.DEFAULT;

    private final RoomsFixture studio = new RoomsFixture(LIMITS);

    @BeforeEach
    void theThirdLosesItsConnection() {
        studio.open(1);
        studio.open(2);
        studio.open(3);
        studio.apply(new RoomEvent.ConnectionLost(on(3)));
    }

    @Test
    void whoSendsMoreThanFitsLosesTheExcessAndTheMembershipGoesOn() {
        for (int i = 0; i < LIMITS.backlogMessages() + 50; i++) {
            assertThat(studio.relay(1, "p1", "p3", message(i))).isEmpty();
        }

        List<RoomEffect> back = studio.resume(4, 3);
        assertThat(back)
                .startsWith(welcomed(4, participant(3), resumed(), participant(1), participant(2)))
                .hasSize(1 + LIMITS.backlogMessages());
        assertThat(back.getLast())
                .as("the oldest are kept, in order")
                .isEqualTo(got(relayed(1, message(LIMITS.backlogMessages() - 1))));
    }

    @Test
    void manyMessagesOfOneTakeNothingAwayFromAnother() {
        studio.relay(2, "p2", "p3", message(20_000));
        for (int i = 0; i < 2 * LIMITS.backlogMessages(); i++) {
            studio.relay(1, "p1", "p3", message(1));
        }
        studio.relay(2, "p2", "p3", message(2));

        assertThat(studio.resume(4, 3))
                .hasSize(1 + LIMITS.backlogMessages())
                .contains(got(relayed(2, message(20_000))), got(relayed(2, message(2))));
    }

    @Test
    void longMessagesOfOneTakeNothingAwayFromAnother() {
        int quarter = LIMITS.backlogBytes() / 4;
        for (int i = 0; i < 4; i++) {
            studio.relay(1, "p1", "p3", message(quarter));
        }
        for (int i = 0; i < 40; i++) {
            studio.relay(2, "p2", "p3", message(2_000 + i));
        }

        List<RoomEffect> back = studio.resume(4, 3);
        for (int i = 0; i < 40; i++) {
            assertThat(back).contains(got(relayed(2, message(2_000 + i))));
        }
        assertThat(back).contains(got(relayed(1, message(quarter))));
    }

    @Test
    void aMessageThatIsLongerThanAllThatMayWaitIsDropped() {
        assertThat(studio.relay(1, "p1", "p3", message(LIMITS.backlogBytes()))).isEmpty();

        assertThat(studio.resume(4, 3))
                .containsExactly(
                        welcomed(4, participant(3), resumed(), participant(1), participant(2)));
    }

    @Test
    void whoComesBackTooLateIsNewAndGetsNothingThatWaited() {
        studio.relay(1, "p1", "p3");
        studio.passSeconds(LIMITS.graceSeconds());

        assertThat(studio.open(4))
                .contains(welcomed(4, participant(4), fresh(), participant(1), participant(2)))
                .doesNotContain(new RoomEffect.Deliver(on(4), participant(4).id(), relayed(1)));
    }

    private static RoomEffect got(Delivery delivery) {
        return delivered(4, "p3", delivery);
    }
}
