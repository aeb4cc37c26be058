package org.tonewire.signaling.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tonewire.signaling.room.RoomsFixture.KEY;
import static org.tonewire.signaling.room.RoomsFixture.STUDIO;
import static org.tonewire.signaling.room.RoomsFixture.assigned;
import static org.tonewire.signaling.room.RoomsFixture.fresh;
import static org.tonewire.signaling.room.RoomsFixture.id;
import static org.tonewire.signaling.room.RoomsFixture.key;
import static org.tonewire.signaling.room.RoomsFixture.on;
import static org.tonewire.signaling.room.RoomsFixture.participant;
import static org.tonewire.signaling.room.RoomsFixture.welcomed;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tonewire.signaling.protocol.RefusalReason;
import org.tonewire.signaling.room.event.Credential;
import org.tonewire.signaling.room.event.RoomEffect;
import org.tonewire.signaling.room.event.RoomEvent;
import org.tonewire.signaling.room.event.Visibility;

/// A room that its program gives another access key.
final class ChangedKeyTest {
    private final RoomsFixture studio = new RoomsFixture(RoomLimits.DEFAULT);

    @Test
    void allMembershipsEndAndTheRoomStays() {
        hosted();
        studio.open(1);
        studio.open(2);
        studio.apply(new RoomEvent.ConnectionLost(on(2)));

        assertThat(studio.apply(change(2)))
                .containsExactly(new RoomEffect.KeyChanged(on(1), id("p1")));
        assertThat(studio.rooms().summaries())
                .containsExactly(new Rooms.Summary(STUDIO, List.of(), Visibility.UNLISTED));
        assertThat(studio.passSeconds(10)).isEmpty();
    }

    @Test
    void theNewKeyEntersAsSomebodyNewAndTheOldOneDoesNot() {
        hosted();
        studio.open(1);
        studio.apply(change(2));

        assertThat(studio.resume(3, 1))
                .containsExactly(new RoomEffect.Refuse(on(3), RefusalReason.WRONG_KEY));
        assertThat(studio.enter(1, STUDIO, new Credential.Key(key(2)), assigned()))
                .hasSize(1)
                .isNotEqualTo(List.of(welcomed(1, participant(1), fresh())));
    }

    @Test
    void aConnectionThatClosesAfterwardsTakesNothingFromWhoCameBack() {
        hosted();
        studio.open(1);
        studio.apply(change(2));
        studio.enter(3, STUDIO, new Credential.Key(key(2)), assigned());

        assertThat(studio.apply(new RoomEvent.ConnectionClosed(on(1)))).isEmpty();
        assertThat(studio.rooms().summaries().getFirst().members()).hasSize(1);
    }

    @Test
    void aRoomOfClientsKeepsItsKey() {
        studio.open(1);

        assertThat(studio.apply(change(2))).isEmpty();
        assertThat(studio.open(2)).hasSize(2);
    }

    @Test
    void theSameKeyChangesNothing() {
        hosted();
        studio.open(1);

        assertThat(studio.apply(new RoomEvent.ChangeKey(STUDIO, KEY))).isEmpty();
    }

    @Test
    void placesOfThoseWhoWereInsideAreKeptForThemForTenSeconds() {
        RoomsFixture small = fourPlaces(1, 2, 3);
        small.apply(new RoomEvent.ConnectionLost(on(3)));
        small.apply(change(2));

        assertThat(enters(small, 10)).isTrue();
        assertThat(enters(small, 11)).isFalse();
        assertThat(Stream.of(1, 2).allMatch(each -> enters(small, each))).isTrue();
        small.passSeconds(9);
        assertThat(enters(small, 12)).isFalse();
        small.passSeconds(1);
        assertThat(enters(small, 12)).isTrue();
        assertThat(enters(small, 3)).isFalse();
    }

    @Test
    void whoIsNotBackWhenTheKeyChangesAgainStillHasAPlace() {
        RoomsFixture small = fourPlaces(1, 2, 3, 4);
        small.apply(change(2));
        assertThat(enters(small, 1)).isTrue();
        small.passSeconds(9);
        small.apply(change(3));
        small.passSeconds(9);

        assertThat(small.enter(10, STUDIO, new Credential.Key(key(3)), assigned()))
                .containsExactly(new RoomEffect.Refuse(on(10), RefusalReason.ROOM_FULL));
        for (int each : List.of(1, 2, 3, 4)) {
            assertThat(small.enter(each, STUDIO, new Credential.Key(key(3)), assigned()))
                    .noneMatch(RoomEffect.Refuse.class::isInstance);
        }
    }

    /// A hosted room for four, in which these are.
    private static RoomsFixture fourPlaces(int... participants) {
        RoomsFixture small = new RoomsFixture(RoomLimits.DEFAULT.withMaxParticipants(4));
        small.rooms().open(STUDIO, KEY, Visibility.UNLISTED);
        for (int each : participants) {
            small.open(each);
        }
        return small;
    }

    /// Whether the room has a place for this participant, who has the second key.
    private static boolean enters(RoomsFixture room, int participant) {
        return !room.enter(participant, STUDIO, new Credential.Key(key(2)), assigned())
                .equals(List.of(new RoomEffect.Refuse(on(participant), RefusalReason.ROOM_FULL)));
    }

    private void hosted() {
        studio.rooms().open(STUDIO, KEY, Visibility.UNLISTED);
    }

    private static RoomEvent change(int to) {
        return new RoomEvent.ChangeKey(STUDIO, key(to));
    }
}
