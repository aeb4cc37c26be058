package org.tonewire.signaling.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tonewire.signaling.room.RoomsFixture.KEY;
import static org.tonewire.signaling.room.RoomsFixture.STUDIO;
import static org.tonewire.signaling.room.RoomsFixture.assigned;
import static org.tonewire.signaling.room.RoomsFixture.delivered;
import static org.tonewire.signaling.room.RoomsFixture.fresh;
import static org.tonewire.signaling.room.RoomsFixture.id;
import static org.tonewire.signaling.room.RoomsFixture.key;
import static org.tonewire.signaling.room.RoomsFixture.left;
import static org.tonewire.signaling.room.RoomsFixture.message;
import static org.tonewire.signaling.room.RoomsFixture.on;
import static org.tonewire.signaling.room.RoomsFixture.participant;
import static org.tonewire.signaling.room.RoomsFixture.relayed;
import static org.tonewire.signaling.room.RoomsFixture.resumed;
import static org.tonewire.signaling.room.RoomsFixture.welcomed;

import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.tonewire.signaling.protocol.LeaveReason;
import org.tonewire.signaling.protocol.RefusalReason;
import org.tonewire.signaling.protocol.RoomName;
import org.tonewire.signaling.protocol.key.Nonce;
import org.tonewire.signaling.room.event.Credential;
import org.tonewire.signaling.room.event.Delivery;
import org.tonewire.signaling.room.event.Participant;
import org.tonewire.signaling.room.event.RoomEffect;
import org.tonewire.signaling.room.event.RoomEvent;
import org.tonewire.signaling.room.event.Visibility;

final class RoomsTest {
    private final RoomsFixture studio = new RoomsFixture(RoomLimits.DEFAULT);

    @Test
    @DisplayName("(none) --enter by key--> Connected, and the room exists")
    void enteringByKeyCreatesTheRoom() {
        assertThat(studio.open(1)).containsExactly(welcomed(1, participant(1), fresh()));
        assertThat(studio.rooms().summaries())
                .containsExactly(new Rooms.Summary(STUDIO, List.of(id("p1")), Visibility.UNLISTED));
    }

    @Test
    @DisplayName("(none) --enter--> Connected, others are informed")
    void aNewcomerIsAnnouncedToTheOthers() {
        studio.open(1);

        assertThat(studio.open(2))
                .containsExactly(
                        delivered(1, "p1", new Delivery.Joined(participant(2))),
                        welcomed(2, participant(2), fresh(), participant(1)));
    }

    @Test
    @DisplayName("(none) --enter by proof--> Connected")
    void aProofOfTheKeyAdmits() {
        studio.open(1);
        Nonce nonce = Nonce.random(new SecureRandom());

        assertThat(
                        studio.enter(
                                2,
                                STUDIO,
                                new Credential.Proof(nonce, KEY.prove(nonce, "studio")),
                                assigned()))
                .contains(welcomed(2, participant(2), fresh(), participant(1)));
    }

    @Test
    @DisplayName("(none) --enter by wrong proof--> (none)")
    void aWrongProofIsRefused() {
        studio.open(1);
        Nonce nonce = Nonce.random(new SecureRandom());
        Nonce other = Nonce.random(new SecureRandom());

        for (var proof :
                List.of(
                        key(2).prove(nonce, "studio"),
                        KEY.prove(other, "studio"),
                        KEY.prove(nonce, "Studio"))) {
            assertThat(studio.enter(2, STUDIO, new Credential.Proof(nonce, proof), assigned()))
                    .containsExactly(refused(2, RefusalReason.WRONG_KEY));
        }
        assertThat(studio.enter(3, STUDIO, new Credential.Key(key(2)), assigned()))
                .containsExactly(refused(3, RefusalReason.WRONG_KEY));
        assertThat(studio.claim(4, STUDIO, "ann"))
                .containsExactly(refused(4, RefusalReason.WRONG_KEY));
    }

    @Test
    @DisplayName("(none) --enter by proof, no room--> (none)")
    void aProofCreatesNoRoom() {
        Nonce nonce = Nonce.random(new SecureRandom());
        Credential proof = new Credential.Proof(nonce, KEY.prove(nonce, "studio"));

        assertThat(studio.enter(1, STUDIO, proof, assigned()))
                .containsExactly(refused(1, RefusalReason.NO_SUCH_ROOM));
    }

    @Test
    void enteringAFullRoomIsRefused() {
        RoomsFixture small = new RoomsFixture(RoomLimits.DEFAULT.withMaxParticipants(1));
        small.open(1);

        assertThat(small.open(2)).containsExactly(refused(2, RefusalReason.ROOM_FULL));
    }

    @Test
    void clientsCreateNoMoreRoomsThanTheLimit() {
        RoomsFixture one = new RoomsFixture(RoomLimits.DEFAULT.withMaxRooms(1));
        one.rooms().open(new RoomName("own"), KEY, Visibility.LISTED);
        one.open(1);

        assertThat(one.claim(2, new RoomName("second"), "ann"))
                .containsExactly(refused(2, RefusalReason.TOO_MANY_ROOMS));
    }

    @Test
    void clientsCreateNoRoomsWhereOnlyTheHostMay() {
        RoomsFixture none = new RoomsFixture(RoomLimits.DEFAULT.withMaxRooms(0));

        assertThat(none.open(1)).containsExactly(refused(1, RefusalReason.NO_SUCH_ROOM));
        none.rooms().open(STUDIO, KEY, Visibility.UNLISTED);
        assertThat(none.open(1)).containsExactly(welcomed(1, participant(1), fresh()));
    }

    @Test
    @DisplayName("Connected --leave--> (none), and an empty room vanishes")
    void leavingIsAnnouncedToTheOthers() {
        studio.open(1);
        studio.open(2);

        assertThat(studio.apply(new RoomEvent.Leave(on(2), id("p2"), Optional.empty())))
                .containsExactly(delivered(1, "p1", left("p2", LeaveReason.LEFT)));
        assertThat(studio.apply(new RoomEvent.ConnectionClosed(on(1)))).isEmpty();
        assertThat(studio.rooms().summaries()).isEmpty();
    }

    @Test
    void aRoomOpenedByTheHostStaysWhenEmpty() {
        assertThat(studio.rooms().open(STUDIO, KEY, Visibility.LISTED)).isTrue();
        assertThat(studio.rooms().open(STUDIO, key(2), Visibility.LISTED)).isFalse();
        studio.open(1);
        studio.apply(new RoomEvent.ConnectionClosed(on(1)));

        assertThat(studio.rooms().summaries())
                .containsExactly(new Rooms.Summary(STUDIO, List.of(), Visibility.LISTED));
    }

    @Test
    @DisplayName("Connected --lose--> Away --resume--> Connected, unnoticed by the others")
    void aLostParticipantResumesItsMembership() {
        studio.open(1);
        studio.open(2);

        assertThat(studio.apply(new RoomEvent.ConnectionLost(on(2))))
                .containsExactly(new RoomEffect.WakeAt(studio.nanosIn(6)));
        assertThat(studio.relay(1, "p1", "p2")).isEmpty();
        assertThat(studio.passSeconds(5)).isEmpty();
        assertThat(studio.resume(3, 2))
                .containsExactly(
                        welcomed(3, participant(2), resumed(), participant(1)),
                        delivered(3, "p2", relayed(1)));
        assertThat(studio.relay(3, "p2", "p1")).containsExactly(delivered(1, "p1", relayed(2)));
    }

    @Test
    @DisplayName("Away --expire--> (none)")
    void aMembershipEndsAfterTheGraceTime() {
        studio.open(1);
        studio.open(2);
        studio.apply(new RoomEvent.ConnectionLost(on(2)));

        assertThat(studio.passSeconds(6))
                .containsExactly(delivered(1, "p1", left("p2", LeaveReason.LOST)));
        assertThat(studio.resume(3, 2))
                .contains(
                        welcomed(
                                3,
                                new Participant(id("p3"), participant(2).profile()),
                                fresh(),
                                participant(1)));
    }

    @Test
    @DisplayName("Connected --resume--> Connected by the newer connection")
    void resumingBeforeTheLossIsNoticedTakesOver() {
        studio.open(1);
        studio.open(2);

        assertThat(studio.resume(3, 2))
                .containsExactly(
                        new RoomEffect.Supersede(on(2), id("p2")),
                        welcomed(3, participant(2), resumed(), participant(1)));
        assertThat(studio.apply(new RoomEvent.ConnectionLost(on(2)))).isEmpty();
        assertThat(studio.relay(1, "p1", "p2")).containsExactly(delivered(3, "p2", relayed(1)));
    }

    @Test
    @DisplayName("Connected --cut--> (none), at once")
    void aConnectionThatTheServerCutsLosesItsMembership() {
        studio.open(1);
        studio.open(2);

        assertThat(studio.apply(new RoomEvent.ConnectionCut(on(2))))
                .containsExactly(delivered(1, "p1", left("p2", LeaveReason.LOST)));
    }

    @Test
    void messagesOfAParticipantThatLeftAreRemovedFromTheBacklog() {
        studio.open(1);
        studio.open(2);
        studio.apply(new RoomEvent.ConnectionLost(on(2)));
        studio.relay(1, "p1", "p2");
        studio.apply(new RoomEvent.ConnectionClosed(on(1)));

        assertThat(studio.resume(3, 2)).containsExactly(welcomed(3, participant(2), resumed()));
    }

    @Test
    void anUnknownTargetIsReportedToTheSenderOnly() {
        studio.open(1);
        studio.enter(2, new RoomName("other"), new Credential.Key(KEY), assigned());

        assertThat(studio.relay(1, "p1", "p2"))
                .containsExactly(new RoomEffect.UnknownTarget(on(1), id("p2")));
    }

    @Test
    void aMessageUnderAnothersIdIsRefused() {
        studio.open(1);
        studio.open(2);

        assertThat(studio.relay(1, "p2", "p1"))
                .containsExactly(new RoomEffect.NotInRoom(on(1), id("p2")));
    }

    @Test
    void aBroadcastReachesTheOthersOfTheRoomOnly() {
        studio.open(1);
        studio.open(2);
        studio.open(3);
        studio.enter(4, new RoomName("other"), new Credential.Key(KEY), assigned());

        assertThat(studio.apply(new RoomEvent.Broadcast(on(1), id("p1"), message())))
                .containsExactly(delivered(2, "p2", relayed(1)), delivered(3, "p3", relayed(1)));
    }

    @Test
    void aRoomWithoutAKeyRefusesClientsWithAKey() {
        studio.claim(1, STUDIO, "ann");

        assertThat(studio.open(2)).containsExactly(refused(2, RefusalReason.WRONG_KEY));
        assertThat(studio.enter(3, STUDIO, new Credential.None(), assigned())).hasSize(2);
    }

    static RoomEffect refused(int connection, RefusalReason reason) {
        return new RoomEffect.Refuse(on(connection), reason);
    }
}
