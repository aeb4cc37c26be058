package org.tonewire.app.shell;

import java.util.function.BooleanSupplier;
import org.tonewire.app.core.host.HostOutcome;
import org.tonewire.app.core.host.HostRequest;
import org.tonewire.app.core.host.Hosting;
import org.tonewire.app.core.host.RoomHost;

/// A host that announces its rooms on the local network while they are open, but those on servers
/// elsewhere. Any thread.
public final class AnnouncingHost implements RoomHost {
    private final RoomHost host;
    private final Announcer announcer;
    private final BooleanSupplier wanted;

    /// @param wanted whether to announce; asked once per room
    public AnnouncingHost(RoomHost host, Announcer announcer, BooleanSupplier wanted) {
        this.host = host;
        this.announcer = announcer;
        this.wanted = wanted;
    }

    @Override
    public HostOutcome host(HostRequest request) {
        HostOutcome outcome = host.host(request);
        if (outcome instanceof HostOutcome.Started(Hosting hosting)
                && hosting.server().isEmpty()
                && wanted.getAsBoolean()) {
            Runnable end = announcer.announce(NearbyRoom.of(hosting.invite()));
            return new HostOutcome.Started(hosting.closedBy(() -> close(hosting, end)));
        }
        return outcome;
    }

    private static void close(Hosting hosting, Runnable endAnnouncement) {
        endAnnouncement.run();
        hosting.close();
    }
}
