package org.tonewire.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tonewire.app.core.host.HostOutcome;
import org.tonewire.app.core.host.HostRequest;
import org.tonewire.app.core.host.Hosting;
import org.tonewire.app.core.invite.Invite;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.core.problem.Reason;
import org.tonewire.app.ui.fake.FakeHosting;
import org.tonewire.app.ui.fake.Rooms;

class NearbyRoomTest {
    private static final Invite INVITE = Rooms.INVITE;
    private static final NearbyRoom ROOM = NearbyRoom.of(INVITE);
    private static final HostRequest REQUEST =
            new HostRequest(INVITE.room(), INVITE.secret(), 0, Optional.empty());

    private final List<String> log = new ArrayList<>();

    @Test
    void aRoomAndItsCodeMakeTheInvite() {
        assertThat(INVITE.owner()).isPresent();
        assertThat(ROOM.invite(" " + INVITE.secret().text() + "\n")).contains(INVITE);
    }

    @Test
    void aWholeInviteHoldsAsItIs() {
        String other = Rooms.LINK.replace("192.168.1.20", "studio.example.org");
        assertThat(ROOM.invite(other)).map(Invite::host).contains("studio.example.org");
    }

    @Test
    void anythingElseOpensNothing() {
        assertThat(ROOM.invite("")).isEmpty();
        assertThat(ROOM.invite("AAEC")).isEmpty();
    }

    @Test
    void whatIsAnnouncedHoldsNoSecret() {
        assertThat(ROOM.toString()).doesNotContain(INVITE.secret().text());
    }

    @Test
    void aRoomIsAnnouncedAsLongAsItIsOpen() {
        HostOutcome outcome = host(new HostOutcome.Started(new FakeHosting()), true);
        assertThat(log).containsExactly("announce Sunday rehearsal");
        Hosting hosting = ((HostOutcome.Started) outcome).hosting();
        assertThat(hosting.invite()).isEqualTo(INVITE);
        hosting.close();
        assertThat(log).containsExactly("announce Sunday rehearsal", "end");
    }

    @Test
    void whoDoesNotWantItIsNotAnnounced() {
        host(new HostOutcome.Started(new FakeHosting()), false);
        host(new HostOutcome.Failed(Problem.of(Reason.PORT_IN_USE)), true);
        assertThat(log).isEmpty();
    }

    private HostOutcome host(HostOutcome outcome, boolean wanted) {
        Announcer announcer =
                room -> {
                    log.add("announce " + room.room().value());
                    return () -> log.add("end");
                };
        return new AnnouncingHost(_ -> outcome, announcer, () -> wanted).host(REQUEST);
    }
}
