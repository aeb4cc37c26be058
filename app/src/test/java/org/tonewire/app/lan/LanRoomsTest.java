package org.tonewire.app.lan;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.tonewire.app.core.invite.InviteLink;
import org.tonewire.app.shell.NearbyRoom;
import org.tonewire.app.testing.Eventually;

/// Two sides of real mDNS on the loopback interface, which every computer has.
final class LanRoomsTest {
    /// By a name of this process: others on this network may announce rooms too.
    private static final NearbyRoom STUDIO =
            NearbyRoom.of(
                    InviteLink.parse(
                                    "https://10.0.0.1:4433/r/Studio%20"
                                            + ProcessHandle.current().pid()
                                            + "#k=AAECAwQFBgcICQoLDA0ODw"
                                            + "&f=AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8"
                                            + "&o=AzliGSN_daZPEq6385cjqw")
                            .orElseThrow());

    @Test
    void anAnnouncedRoomIsSeenUntilItIsGone() {
        AtomicReference<List<NearbyRoom>> seen = new AtomicReference<>(List.of());
        LanRooms host = onLoopback();
        LanRooms guest = onLoopback();
        Runnable stop = guest.watch(seen::set);
        Runnable end = host.announce(STUDIO);

        Eventually.holds(() -> studio(seen.get()).isPresent(), () -> "not seen: " + seen.get());
        NearbyRoom found = studio(seen.get()).orElseThrow();
        assertThat(found.port()).isEqualTo(4_433);
        assertThat(found.pin()).isEqualTo(STUDIO.pin());
        assertThat(found.owner()).isPresent().isEqualTo(STUDIO.owner());

        end.run();
        host.close();
        Eventually.holds(() -> studio(seen.get()).isEmpty(), () -> "still seen: " + seen.get());
        stop.run();
        guest.close();
    }

    private static LanRooms onLoopback() {
        return new LanRooms(() -> List.of(InetAddress.getLoopbackAddress()));
    }

    private static Optional<NearbyRoom> studio(List<NearbyRoom> rooms) {
        return rooms.stream().filter(each -> each.room().equals(STUDIO.room())).findFirst();
    }
}
