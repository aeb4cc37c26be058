package org.tonewire.signaling.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tonewire.signaling.room.RoomsFixture.KEY;
import static org.tonewire.signaling.room.RoomsFixture.STUDIO;
import static org.tonewire.signaling.room.RoomsFixture.assigned;
import static org.tonewire.signaling.room.RoomsFixture.id;
import static org.tonewire.signaling.room.RoomsFixture.key;
import static org.tonewire.signaling.room.RoomsFixture.on;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tonewire.signaling.protocol.RefusalReason;
import org.tonewire.signaling.protocol.RoomName;
import org.tonewire.signaling.protocol.key.AccessKey;
import org.tonewire.signaling.protocol.key.Nonce;
import org.tonewire.signaling.protocol.key.OwnerHash;
import org.tonewire.signaling.room.event.Credential;
import org.tonewire.signaling.room.event.RoomEffect;
import org.tonewire.signaling.room.event.RoomEvent;
import org.tonewire.signaling.room.event.RoomEvent.Origin;
import org.tonewire.signaling.room.event.Visibility;

/// A room at a server that has an owner.
final class OwnedRoomTest {
    private static final OwnerHash OWNER = new OwnerHash("AAAAAAAAAAAAAAAAAAAAAA");
    private static final OwnerHash STRANGER = new OwnerHash("AAAAAAAAAAAAAAAAAAAAAQ");
    private static final RoomEffect HEARD = new RoomEffect.OwnerHeard(on(9), STUDIO);

    private final RoomsFixture studio = new RoomsFixture(RoomLimits.DEFAULT.withMaxRooms(1));

    @Test
    void itWaitsTenSecondsForTheFirstAndThenClosesWithTheLast() {
        assertThat(own(KEY)).containsExactly(HEARD, new RoomEffect.WakeAt(studio.nanosIn(10)));
        assertThat(studio.rooms().summaries())
                .containsExactly(new Rooms.Summary(STUDIO, List.of(), Visibility.UNLISTED));
        studio.open(1);
        studio.apply(new RoomEvent.ConnectionClosed(on(1)));
        assertThat(studio.rooms().count()).isOne();
        studio.passSeconds(10);
        assertThat(studio.rooms().count()).isZero();

        own(KEY);
        studio.open(1);
        studio.passSeconds(10);
        assertThat(studio.rooms().count()).isOne();
        studio.apply(new RoomEvent.ConnectionClosed(on(1)));
        assertThat(studio.rooms().count()).isZero();
    }

    @Test
    void itCountsAsARoomOfClients() {
        studio.enter(1, new RoomName("other"), shown(1), assigned());

        assertThat(own(KEY)).containsExactly(refused(RefusalReason.TOO_MANY_ROOMS));
    }

    @Test
    void anotherKeyOfTheOwnerEndsAllMembershipsAndKeepsThePlaces() {
        own(KEY);
        studio.open(1);
        studio.open(2);

        assertThat(own(key(2)))
                .containsExactly(
                        HEARD,
                        new RoomEffect.KeyChanged(on(1), id("p1")),
                        new RoomEffect.KeyChanged(on(2), id("p2")),
                        new RoomEffect.WakeAt(studio.nanosIn(10)));
        assertThat(studio.resume(3, 1))
                .containsExactly(new RoomEffect.Refuse(on(3), RefusalReason.WRONG_KEY));
        assertThat(studio.enter(1, STUDIO, shown(2), assigned())).hasSize(1);
        assertThat(own(key(2))).containsExactly(HEARD);
        assertThat(studio.rooms().summaries().getFirst().members()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whoIsNotTheOwnerNeitherChangesNorEndsIt(boolean isOwned) {
        if (isOwned) {
            own(KEY);
        }
        studio.open(1);

        assertThat(studio.apply(new RoomEvent.Own(on(9), STUDIO, key(2), STRANGER)))
                .containsExactly(refused(RefusalReason.ROOM_TAKEN));
        assertThat(studio.apply(new RoomEvent.Own(on(9), STUDIO, KEY, STRANGER)))
                .containsExactly(refused(RefusalReason.ROOM_TAKEN));
        assertThat(studio.apply(end(KEY, STRANGER)))
                .containsExactly(refused(RefusalReason.ROOM_TAKEN));
        assertThat(studio.open(2)).hasSize(2);
    }

    @Test
    void aMemberWhoOpensItAgainOpensItForItsOwner() {
        studio.enter(1, STUDIO, new Credential.Key(KEY, Optional.of(OWNER)), assigned());
        studio.enter(2, STUDIO, new Credential.Key(KEY, Optional.of(STRANGER)), assigned());

        assertThat(studio.apply(new RoomEvent.Own(on(9), STUDIO, key(2), STRANGER)))
                .containsExactly(refused(RefusalReason.ROOM_TAKEN));
        assertThat(own(key(2))).contains(HEARD, new RoomEffect.KeyChanged(on(1), id("p1")));
    }

    @Test
    void itsOwnerEndsItByItsPresentKey() {
        own(KEY);
        studio.open(1);
        studio.open(2);
        studio.apply(new RoomEvent.ConnectionLost(on(2)));

        assertThat(studio.apply(end(key(2), OWNER)))
                .containsExactly(refused(RefusalReason.WRONG_KEY));
        assertThat(studio.apply(end(KEY, OWNER)))
                .containsExactly(HEARD, new RoomEffect.RoomEnded(on(1), id("p1")));
        assertThat(studio.rooms().count()).isZero();
        assertThat(studio.apply(new RoomEvent.ConnectionClosed(on(1)))).isEmpty();
        assertThat(studio.passSeconds(10)).isEmpty();
        assertThat(studio.apply(end(KEY, OWNER)))
                .containsExactly(refused(RefusalReason.NO_SUCH_ROOM));
        studio.enter(1, STUDIO, shown(3), assigned());
        assertThat(studio.rooms().count()).isOne();
    }

    @Test
    void whoWasAwayWhenItEndedDoesNotBringItBack() {
        own(KEY);
        studio.open(1);
        studio.open(2);
        studio.apply(new RoomEvent.ConnectionLost(on(2)));
        studio.apply(end(KEY, OWNER));
        List<RoomEffect> ended = List.of(new RoomEffect.Refuse(on(3), RefusalReason.ROOM_ENDED));

        assertThat(studio.resume(3, 2)).isEqualTo(ended);
        assertThat(studio.open(3)).isEqualTo(ended);
        own(key(2));
        studio.apply(end(key(2), OWNER));
        studio.enter(1, STUDIO, shown(3), assigned());
        assertThat(studio.enter(3, STUDIO, shown(2), assigned())).isEqualTo(ended);
        studio.apply(new RoomEvent.ConnectionClosed(on(1)));
        own(key(2));
        assertThat(studio.enter(3, STUDIO, shown(2), assigned())).isNotEqualTo(ended);
    }

    @ParameterizedTest
    @CsvSource({"11, false", "10, true", "0, true"})
    void aRequestThatBeganBeforeItsEndDoesNotOpenItAgain(int secondsAgo, boolean isOpened) {
        own(KEY);
        studio.open(1);
        studio.apply(end(KEY, OWNER));
        studio.passSeconds(10);
        Origin before = new Origin(Optional.empty(), Duration.ofSeconds(secondsAgo));
        List<RoomEffect> effects =
                studio.apply(
                        new RoomEvent.Own(on(9), STUDIO, key(2), OWNER, Optional.empty(), before));

        assertThat(effects.equals(List.of(refused(RefusalReason.ROOM_ENDED)))).isEqualTo(!isOpened);
        assertThat(studio.rooms().count()).isEqualTo(isOpened ? 1 : 0);
    }

    @Test
    void whatSomebodyElseEndedDoesNotKeepAnOwnerOut() {
        own(KEY);
        studio.apply(end(KEY, OWNER));
        Origin before = new Origin(Optional.empty(), Duration.ofSeconds(5));
        studio.apply(new RoomEvent.Own(on(9), STUDIO, key(2), STRANGER, Optional.empty(), before));

        assertThat(studio.rooms().count()).isOne();
    }

    @Test
    void itsEndIsForgottenInTime() {
        own(KEY);
        studio.open(1);
        studio.apply(end(KEY, OWNER));
        studio.passSeconds((int) EndedRooms.TIME.toSeconds());
        studio.open(1);

        assertThat(studio.rooms().count()).isOne();
    }

    @Test
    void aRoomOfTheProgramHasNoOwner() {
        studio.rooms().open(STUDIO, KEY, Visibility.UNLISTED);

        assertThat(own(KEY)).containsExactly(refused(RefusalReason.ROOM_TAKEN));
        assertThat(studio.apply(end(KEY, OWNER)))
                .containsExactly(refused(RefusalReason.ROOM_TAKEN));
    }

    private List<RoomEffect> own(AccessKey key) {
        return studio.apply(new RoomEvent.Own(on(9), STUDIO, key, OWNER));
    }

    private static RoomEvent end(AccessKey key, OwnerHash owner) {
        Nonce nonce = Nonce.of(new byte[32]);
        return new RoomEvent.End(
                on(9),
                STUDIO,
                new Credential.Proof(nonce, key.prove(nonce, STUDIO.value())),
                owner);
    }

    private static Credential shown(int key) {
        return new Credential.Key(key(key));
    }

    private static RoomEffect refused(RefusalReason reason) {
        return new RoomEffect.Refuse(on(9), reason);
    }
}
