package org.tonewire.signaling.server;

import org.tonewire.signaling.server.access.Access;

/// What a server does beyond the plain rooms.
public record ServerFeatures(Access access) {
    public static final ServerFeatures NONE = new ServerFeatures(Access.OPEN);
}
