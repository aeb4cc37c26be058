package org.tonewire.signaling.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tonewire.signaling.room.RoomsFixture.KEY;
import static org.tonewire.signaling.room.RoomsFixture.STUDIO;
import static org.tonewire.signaling.room.RoomsFixture.assigned;
import static org.tonewire.signaling.room.RoomsFixture.key;
import static org.tonewire.signaling.room.RoomsFixture.on;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tonewire.signaling.protocol.RefusalReason;
import org.tonewire.signaling.protocol.RoomName;
import org.tonewire.signaling.protocol.RoomState;
import org.tonewire.signaling.protocol.key.AccessKey;
import org.tonewire.signaling.protocol.key.Nonce;
import org.tonewire.signaling.protocol.key.OwnerHash;
import org.tonewire.signaling.room.event.ClientNetwork;
import org.tonewire.signaling.room.event.Credential;
import org.tonewire.signaling.room.event.RoomEffect;
import org.tonewire.signaling.room.event.RoomEvent;

/// A room that stays without members for a time that its owner set.
final class KeptRoomTest {
    private static final OwnerHash OWNER = new OwnerHash("AAAAAAAAAAAAAAAAAAAAAA");
    private static final OwnerHash STRANGER = new OwnerHash("AAAAAAAAAAAAAAAAAAAAAQ");
    private static final Optional<ClientNetwork> HOME = Optional.of(new ClientNetwork("c0000201"));
    private static final OwnerLimits OWNERS =
            OwnerLimits.DEFAULT
                    .withMaxKeep(Duration.ofMinutes(10))
                    .withRoomsPerOwner(2)
                    .withRoomsPerNetwork(3);

    private final RoomsFixture studio = new RoomsFixture(RoomLimits.DEFAULT.with(OWNERS));

    @Test
    void itStaysForItsTimeAfterTheLastHasLeft() {
        own(60);
        studio.open(1);
        studio.passSeconds(300);
        assertThat(studio.apply(new RoomEvent.ConnectionClosed(on(1))))
                .containsExactly(new RoomEffect.WakeAt(studio.nanosIn(60)));

        studio.passSeconds(59);
        assertThat(studio.rooms().count()).isOne();
        assertThat(studio.open(2)).hasSize(1);
        studio.apply(new RoomEvent.ConnectionClosed(on(2)));
        studio.passSeconds(59);
        assertThat(studio.rooms().count()).isOne();
        studio.passSeconds(1);
        assertThat(studio.rooms().count()).isZero();
        assertThat(studio.rooms().keptCount()).isZero();
    }

    @Test
    void whoComesFirstFindsItWithItsKey() {
        own(60);
        studio.passSeconds(30);

        assertThat(studio.enter(1, STUDIO, new Credential.Key(key(2)), assigned()))
                .containsExactly(new RoomEffect.Refuse(on(1), RefusalReason.WRONG_KEY));
        assertThat(studio.enter(1, STUDIO, proof(KEY), assigned()))
                .hasOnlyElementsOfType(RoomEffect.Deliver.class);
    }

    @Test
    void theServerSaysHowLongItReallyStays() {
        assertThat(own(100_000).getFirst())
                .isEqualTo(
                        new RoomEffect.OwnerHeard(
                                on(9), STUDIO, Optional.of(Duration.ofMinutes(10))));
        studio.passSeconds(600);
        assertThat(studio.rooms().count()).isZero();
    }

    @Test
    void anotherKeyChangesNothingOfItsTime() {
        own(60);
        studio.open(1);
        studio.apply(new RoomEvent.Own(on(9), STUDIO, key(2), OWNER));
        studio.passSeconds(59);
        assertThat(studio.rooms().count()).isOne();
        studio.passSeconds(1);
        assertThat(studio.rooms().count()).isZero();
    }

    @Test
    void itsOwnerHasItCloseSoonerOrAtOnce() {
        own(60);
        studio.passSeconds(30);
        own(40);
        studio.passSeconds(9);
        assertThat(studio.rooms().count()).isOne();
        studio.passSeconds(1);
        assertThat(studio.rooms().count()).isZero();

        own(60);
        studio.passSeconds(30);
        own(0);
        assertThat(studio.rooms().count()).isZero();
    }

    @Test
    void peopleWhoComeAndGoLeaveNoTimersBehind() {
        List<RoomEffect> asked = own(60);
        assertThat(asked)
                .contains(new RoomEffect.WakeAt(studio.nanosIn(60)))
                .contains(new RoomEffect.WakeAt(studio.nanosIn(10)));
        for (int i = 1; i < 20; i++) {
            studio.passSeconds(1);
            studio.open(i);
            assertThat(studio.apply(new RoomEvent.ConnectionClosed(on(i)))).isEmpty();
        }
        assertThat(studio.passSeconds(41))
                .containsExactly(new RoomEffect.WakeAt(studio.nanosIn(19)));
    }

    @Test
    void itsEndIsForGood() {
        own(60);
        studio.apply(new RoomEvent.End(on(9), STUDIO, proof(KEY), OWNER));

        assertThat(studio.rooms().count()).isZero();
        assertThat(studio.open(1))
                .containsExactly(new RoomEffect.Refuse(on(1), RefusalReason.ROOM_ENDED));
    }

    @Test
    void itsOwnerSeesItsStateAndOthersDoNot() {
        own(60);
        studio.passSeconds(20);

        assertThat(query(OWNER, KEY))
                .containsExactly(shown(0, Optional.of(Duration.ofSeconds(40)), 20));
        studio.open(1);
        assertThat(query(OWNER, KEY)).containsExactly(shown(1, Optional.empty(), 20));
        assertThat(query(STRANGER, KEY)).containsExactly(refused(RefusalReason.ROOM_TAKEN));
        assertThat(query(OWNER, key(2))).containsExactly(refused(RefusalReason.WRONG_KEY));
        studio.apply(new RoomEvent.End(on(9), STUDIO, proof(KEY), OWNER));
        assertThat(query(OWNER, KEY)).containsExactly(refused(RefusalReason.NO_SUCH_ROOM));
    }

    @Test
    void anOwnerHasNoMoreRoomsThanItMay() {
        assertThat(own("a", OWNER)).isTrue();
        assertThat(own("b", OWNER)).isTrue();
        assertThat(own("c", OWNER)).isFalse();
        assertThat(own("a", OWNER)).isTrue();
        assertThat(own("c", STRANGER)).isTrue();
    }

    @Test
    void aNetworkHasNoMoreRoomsThanItMay() {
        for (String room : List.of("a", "b", "c")) {
            assertThat(own(room, another(room))).isTrue();
        }
        assertThat(own("d", another("d"))).isFalse();
        assertThat(studio.apply(new RoomEvent.Own(on(9), STUDIO, KEY, OWNER)).getFirst())
                .isEqualTo(new RoomEffect.OwnerHeard(on(9), STUDIO));
    }

    @Test
    void aRoomThatSomebodyElseOpenedForTheOwnerCountsOnceTheOwnerAsksForIt() {
        own("a", OWNER);
        own("b", OWNER);
        studio.enter(1, new RoomName("c"), new Credential.Key(KEY, Optional.of(OWNER)), assigned());
        assertThat(own("c", OWNER)).isFalse();
        studio.enter(
                2, new RoomName("d"), new Credential.Key(KEY, Optional.of(STRANGER)), assigned());
        assertThat(own("e", STRANGER)).isTrue();
    }

    @Test
    void roomsWithoutMembersTakeHalfOfAServerAtMost() {
        RoomsFixture small =
                new RoomsFixture(
                        RoomLimits.DEFAULT
                                .withMaxRooms(4)
                                .with(OwnerLimits.DEFAULT.withRoomsPerNetwork(9)));
        for (String room : List.of("a", "b")) {
            assertThat(own(small, room)).isTrue();
        }
        assertThat(own(small, "c")).isFalse();
        small.open(1);
        assertThat(small.rooms().count()).isEqualTo(3);
    }

    @Test
    void itIsThereAfterARestart() {
        own(60);
        studio.passSeconds(20);
        List<KeptRoom> before = studio.rooms().kept();
        RoomsFixture after = new RoomsFixture(RoomLimits.DEFAULT.with(OWNERS));
        after.passSeconds(20);

        after.restore(before);
        assertThat(after.rooms().keptCount()).isOne();
        assertThat(after.apply(new RoomEvent.Own(on(9), STUDIO, key(2), STRANGER)))
                .containsExactly(refused(RefusalReason.ROOM_TAKEN));
        after.passSeconds(39);
        assertThat(after.open(1)).hasSize(1);
        after.apply(new RoomEvent.ConnectionClosed(on(1)));
        after.passSeconds(60);
        assertThat(after.rooms().count()).isZero();
    }

    @Test
    void aRoomWhoseTimeIsOverIsNotThereAfterARestart() {
        own(60);
        List<KeptRoom> before = studio.rooms().kept();
        RoomsFixture after = new RoomsFixture(RoomLimits.DEFAULT.with(OWNERS));
        after.passSeconds(60);
        after.restore(before);

        assertThat(after.rooms().count()).isZero();
    }

    @Test
    void whatARestartNeedsHasAVersion() {
        long none = studio.rooms().keptVersion();
        own(60);
        long kept = studio.rooms().keptVersion();
        assertThat(kept).isNotEqualTo(none);
        own(60);
        studio.passSeconds(5);
        assertThat(studio.rooms().keptVersion()).isEqualTo(kept);
        studio.open(1);
        long entered = studio.rooms().keptVersion();
        assertThat(entered).isNotEqualTo(kept);
        studio.open(2);
        assertThat(studio.rooms().keptVersion()).isEqualTo(entered);
    }

    private List<RoomEffect> own(long keepSeconds) {
        return studio.apply(
                new RoomEvent.Own(
                        on(9),
                        STUDIO,
                        KEY,
                        OWNER,
                        Optional.of(Duration.ofSeconds(keepSeconds)),
                        new RoomEvent.Origin(HOME, Duration.ZERO)));
    }

    private boolean own(String room, OwnerHash owner) {
        return own(studio, room, owner);
    }

    private static boolean own(RoomsFixture rooms, String room) {
        return own(rooms, room, another(room));
    }

    private static boolean own(RoomsFixture rooms, String room, OwnerHash owner) {
        RoomEvent own =
                new RoomEvent.Own(
                        on(9),
                        new RoomName(room),
                        KEY,
                        owner,
                        Optional.of(Duration.ofSeconds(60)),
                        new RoomEvent.Origin(HOME, Duration.ZERO));
        List<RoomEffect> effects = rooms.apply(own);
        if (effects.getFirst() instanceof RoomEffect.Refuse refused) {
            assertThat(refused.reason()).isEqualTo(RefusalReason.TOO_MANY_ROOMS);
            return false;
        }
        return true;
    }

    private static OwnerHash another(String letter) {
        return new OwnerHash("AAAAAAAAAAAAAAAAAAAA" + letter + "A");
    }

    private List<RoomEffect> query(OwnerHash owner, AccessKey key) {
        return studio.apply(new RoomEvent.Query(on(9), STUDIO, proof(key), owner));
    }

    private static RoomEffect shown(int participants, Optional<Duration> closesIn, int age) {
        return new RoomEffect.RoomShown(
                on(9),
                new RoomState(
                        STUDIO,
                        participants,
                        Duration.ofSeconds(60),
                        closesIn,
                        Optional.of(Duration.ofSeconds(age))));
    }

    private static Credential.Proof proof(AccessKey key) {
        Nonce nonce = Nonce.of(new byte[32]);
        return new Credential.Proof(nonce, key.prove(nonce, STUDIO.value()));
    }

    private static RoomEffect refused(RefusalReason reason) {
        return new RoomEffect.Refuse(on(9), reason);
    }
}
