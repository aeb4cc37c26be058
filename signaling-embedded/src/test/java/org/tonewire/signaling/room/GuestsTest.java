package org.tonewire.signaling.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tonewire.signaling.room.RoomsFixture.KEY;
import static org.tonewire.signaling.room.RoomsFixture.STUDIO;
import static org.tonewire.signaling.room.RoomsFixture.answer;
import static org.tonewire.signaling.room.RoomsFixture.assigned;
import static org.tonewire.signaling.room.RoomsFixture.delivered;
import static org.tonewire.signaling.room.RoomsFixture.fresh;
import static org.tonewire.signaling.room.RoomsFixture.id;
import static org.tonewire.signaling.room.RoomsFixture.key;
import static org.tonewire.signaling.room.RoomsFixture.left;
import static org.tonewire.signaling.room.RoomsFixture.message;
import static org.tonewire.signaling.room.RoomsFixture.on;
import static org.tonewire.signaling.room.RoomsFixture.participant;
import static org.tonewire.signaling.room.RoomsFixture.resumed;
import static org.tonewire.signaling.room.RoomsFixture.welcomed;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tonewire.signaling.protocol.LeaveReason;
import org.tonewire.signaling.protocol.RefusalReason;
import org.tonewire.signaling.protocol.Role;
import org.tonewire.signaling.protocol.RoomName;
import org.tonewire.signaling.protocol.key.AccessKey;
import org.tonewire.signaling.protocol.key.Nonce;
import org.tonewire.signaling.room.event.Credential;
import org.tonewire.signaling.room.event.Delivery;
import org.tonewire.signaling.room.event.Participant;
import org.tonewire.signaling.room.event.RoomEffect;
import org.tonewire.signaling.room.event.RoomEvent;
import org.tonewire.signaling.room.event.Visibility;

/// Those who enter a hosted room by its guest key.
final class GuestsTest {
    private static final AccessKey GUEST_KEY = key(7);
    private static final Nonce NONCE = Nonce.of(new byte[32]);

    private final RoomsFixture studio = hosted(RoomLimits.DEFAULT);

    @Test
    void aGuestIsToldOfMembersAndTheyOfIt() {
        studio.open(1);

        assertThat(enters(studio, 2))
                .containsExactlyInAnyOrder(
                        delivered(1, "p1", new Delivery.Joined(guest(2))),
                        welcomed(2, guest(2), fresh(), participant(1)));
    }

    @Test
    void guestsAreNotToldOfEachOther() {
        studio.open(1);
        enters(studio, 2);

        assertThat(enters(studio, 3))
                .containsExactlyInAnyOrder(
                        delivered(1, "p1", new Delivery.Joined(guest(3))),
                        welcomed(3, guest(3), fresh(), participant(1)));
        assertThat(studio.apply(new RoomEvent.ConnectionClosed(on(3))))
                .containsExactly(delivered(1, "p1", left("p3", LeaveReason.LEFT)));
    }

    @Test
    void aGuestAnswersMembersAndSendsNothingElse() {
        studio.open(1);
        enters(studio, 2);
        enters(studio, 3);

        assertThat(studio.relay(2, "p2", "p1", answer()))
                .containsExactly(delivered(1, "p1", new Delivery.Relayed(guest(2), answer())));
        assertThat(studio.relay(2, "p2", "p1")).containsExactly(new RoomEffect.NotAllowed(on(2)));
        assertThat(studio.relay(2, "p2", "p3", answer()))
                .as("to another guest")
                .containsExactly(new RoomEffect.NotAllowed(on(2)));
        assertThat(studio.apply(new RoomEvent.Broadcast(on(2), id("p2"), message())))
                .containsExactly(new RoomEffect.NotAllowed(on(2)));
        assertThat(studio.relay(1, "p1", "p2"))
                .as("a member to a guest")
                .containsExactly(
                        delivered(2, "p2", new Delivery.Relayed(participant(1), message())));
    }

    @Test
    void theGuestKeyOpensNothing() {
        assertThat(studio.enter(1, STUDIO, new Credential.Key(GUEST_KEY), assigned()))
                .containsExactly(new RoomEffect.Refuse(on(1), RefusalReason.WRONG_KEY));
        assertThat(enters(new RoomsFixture(RoomLimits.DEFAULT), 1))
                .containsExactly(new RoomEffect.Refuse(on(1), RefusalReason.NO_SUCH_ROOM));
    }

    @Test
    void onlyARoomOfTheProgramAdmitsGuests() {
        RoomsFixture other = new RoomsFixture(RoomLimits.DEFAULT);
        other.open(1);

        assertThat(other.rooms().admitGuests(STUDIO, GUEST_KEY)).isFalse();
        assertThat(enters(other, 2))
                .containsExactly(new RoomEffect.Refuse(on(2), RefusalReason.WRONG_KEY));
    }

    @Test
    void guestsAndMembersTakeNoPlacesFromEachOther() {
        RoomsFixture small = hosted(RoomLimits.DEFAULT.withMaxParticipants(1));
        for (int i = 0; i < RoomLimits.MAX_GUESTS; i++) {
            assertThat(enters(small, 10 + i)).noneMatch(RoomEffect.Refuse.class::isInstance);
        }

        assertThat(enters(small, 2))
                .containsExactly(new RoomEffect.Refuse(on(2), RefusalReason.ROOM_FULL));
        assertThat(small.open(1)).noneMatch(RoomEffect.Refuse.class::isInstance);
        assertThat(small.open(3))
                .containsExactly(new RoomEffect.Refuse(on(3), RefusalReason.ROOM_FULL));
    }

    @Test
    void aGuestResumesAsAGuestOnly() {
        enters(studio, 1);
        studio.apply(new RoomEvent.ConnectionLost(on(1)));

        assertThat(studio.resume(5, 1))
                .as("by the key of members")
                .containsExactly(new RoomEffect.Refuse(on(5), RefusalReason.IDENTITY_INVALID));
        assertThat(enters(studio, 1)).containsExactly(welcomed(1, guest(1), resumed()));
    }

    @Test
    void guestsAreOutWhenTheKeyOfTheRoomChanges() {
        enters(studio, 1);

        assertThat(studio.apply(new RoomEvent.ChangeKey(STUDIO, key(2))))
                .containsExactly(new RoomEffect.KeyChanged(on(1), id("p1")));
        assertThat(enters(studio, 1))
                .containsExactly(new RoomEffect.Refuse(on(1), RefusalReason.WRONG_KEY));
    }

    @Test
    void noPlaceOfAMemberIsKeptForAGuestWhenTheKeyChanges() {
        RoomsFixture small = hosted(RoomLimits.DEFAULT.withMaxParticipants(1));
        enters(small, 1);
        small.apply(new RoomEvent.ChangeKey(STUDIO, key(2)));

        assertThat(small.enter(3, STUDIO, new Credential.Key(key(2)), assigned()))
                .noneMatch(RoomEffect.Refuse.class::isInstance);
    }

    @Test
    void anotherGuestKeyKeepsThoseInsideAndAdmitsNobodyByTheOneBefore() {
        studio.open(1);
        enters(studio, 2);

        studio.rooms().admitGuests(STUDIO, key(8));

        assertThat(studio.relay(2, "p2", "p1", answer())).hasSize(1);
        assertThat(enters(studio, 3))
                .containsExactly(new RoomEffect.Refuse(on(3), RefusalReason.WRONG_KEY));
    }

    private static RoomsFixture hosted(RoomLimits limits) {
        RoomsFixture rooms = new RoomsFixture(limits);
        rooms.rooms().open(STUDIO, KEY, Visibility.UNLISTED);
        assertThat(rooms.rooms().admitGuests(STUDIO, GUEST_KEY)).isTrue();
        return rooms;
    }

    private static List<RoomEffect> enters(RoomsFixture rooms, int connection) {
        RoomName room = STUDIO;
        Credential proof = new Credential.Proof(NONCE, GUEST_KEY.prove(NONCE, room.value()));
        return rooms.enter(connection, room, proof, assigned());
    }

    private static Participant guest(int number) {
        Participant participant = participant(number);
        return new Participant(participant.id(), participant.profile().as(Role.GUEST));
    }
}
