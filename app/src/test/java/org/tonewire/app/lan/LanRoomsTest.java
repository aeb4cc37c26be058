package org.tonewire.app.lan;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.tonewire.app.core.invite.InviteLink;
import org.tonewire.app.core.lan.NearbyRoom;
import org.tonewire.app.testing.Eventually;

/// Two sides of real mDNS on the loopback interface, which every computer has.
@Timeout(60)
final class LanRoomsTest {
    private static final NearbyRoom STUDIO =
            NearbyRoom.of(
                    InviteLink.parse(
                                    "https://10.0.0.1:4433/r/Studio%20B#k=AAECAwQFBgcICQoLDA0ODw"
                                            + "&f=AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8")
                            .orElseThrow());

    @Test
    void anAnnouncedRoomIsSeenUntilItIsGone() {
        AtomicReference<List<NearbyRoom>> seen = new AtomicReference<>(List.of());
        LanRooms host = onLoopback();
        LanRooms guest = onLoopback();
        Runnable stop = guest.watch(seen::set);
        Runnable end = host.announce(STUDIO);

        Eventually.holds(() -> !seen.get().isEmpty(), () -> "no room is seen");
        NearbyRoom found = seen.get().getFirst();
        assertThat(found.room()).isEqualTo(STUDIO.room());
        assertThat(found.port()).isEqualTo(4_433);
        assertThat(found.pin()).isEqualTo(STUDIO.pin());

        end.run();
        host.close();
        Eventually.holds(() -> seen.get().isEmpty(), () -> "still seen: " + seen.get());
        stop.run();
        guest.close();
    }

    private static LanRooms onLoopback() {
        return new LanRooms(() -> List.of(InetAddress.getLoopbackAddress()));
    }
}
