package org.tonewire.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.tonewire.app.core.invite.Invite;
import org.tonewire.app.core.invite.InviteLink;
import org.tonewire.app.core.invite.RoomSecret;

class KnownRoomsTest {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    @Test
    void theNewestComesFirst() {
        KnownRooms known = KnownRooms.NONE.joined(room("A"), NOON).joined(room("B"), after(1));
        assertThat(known.rooms()).extracting(KnownRoom::name).containsExactly("B", "A");
    }

    @Test
    void aRoomEnteredAgainIsThereOnce() {
        KnownRooms known =
                KnownRooms.NONE
                        .joined(room("A"), NOON)
                        .joined(room("B"), after(1))
                        .joined(room("A"), after(2));
        assertThat(known.rooms()).extracting(KnownRoom::name).containsExactly("A", "B");
    }

    @Test
    void favouritesStandFirstAndStayFavouritesWhenEntered() {
        KnownRooms known =
                KnownRooms.NONE
                        .joined(room("A"), NOON)
                        .joined(room("B"), after(1))
                        .toggled(room("A"));
        assertThat(known.rooms()).extracting(KnownRoom::name).containsExactly("A", "B");
        assertThat(known.joined(room("A"), after(2)).rooms().getFirst().favourite()).isTrue();
    }

    @Test
    void tenStayAndFavouritesBesides() {
        KnownRooms known = KnownRooms.NONE.joined(room("Home"), NOON).toggled(room("Home"));
        for (int i = 1; i <= 14; i++) {
            known = known.joined(room("R" + i), after(i));
        }
        assertThat(known.rooms()).hasSize(11);
        assertThat(known.rooms().getFirst().name()).isEqualTo("Home");
        assertThat(known.rooms().getLast().name()).isEqualTo("R5");
    }

    @Test
    void aRenewedInviteTakesThePlaceOfTheOneBefore() {
        KnownRooms known =
                KnownRooms.NONE
                        .joined(room("A"), NOON)
                        .toggled(room("A"))
                        .joined(room("B"), after(1));
        Invite now = room("A").with(RoomSecret.parse("AQECAwQFBgcICQoLDA0ODw").orElseThrow());

        assertThat(known.renewed(room("A"), now).rooms())
                .containsExactly(
                        new KnownRoom(now, true, NOON), new KnownRoom(room("B"), false, after(1)));
    }

    @Test
    void oneCanBeForgotten() {
        KnownRooms known = KnownRooms.NONE.joined(room("A"), NOON).joined(room("B"), after(1));
        assertThat(known.without(room("A")).rooms())
                .extracting(KnownRoom::name)
                .containsExactly("B");
    }

    private static Instant after(int minutes) {
        return NOON.plusSeconds(60L * minutes);
    }

    private static Invite room(String name) {
        return InviteLink.parse("https://10.0.0.1:4433/r/" + name + "#k=AAECAwQFBgcICQoLDA0ODw")
                .orElseThrow();
    }
}
