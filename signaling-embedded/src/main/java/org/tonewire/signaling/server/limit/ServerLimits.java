package org.tonewire.signaling.server.limit;

import org.tonewire.signaling.room.RoomLimits;

/// All limits of a server.
public record ServerLimits(RoomLimits rooms, SocketLimits sockets, SocketTimes times) {
    public static final ServerLimits DEFAULT =
            new ServerLimits(RoomLimits.DEFAULT, SocketLimits.DEFAULT, SocketTimes.DEFAULT);

    public ServerLimits with(RoomLimits changed) {
        return new ServerLimits(changed, sockets, times);
    }

    public ServerLimits with(SocketLimits changed) {
        return new ServerLimits(rooms, changed, times);
    }

    public ServerLimits with(SocketTimes changed) {
        return new ServerLimits(rooms, sockets, changed);
    }
}
