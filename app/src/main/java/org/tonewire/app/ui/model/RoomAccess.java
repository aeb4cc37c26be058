package org.tonewire.app.ui.model;

import org.tonewire.app.core.host.RoomHost;
import org.tonewire.app.core.room.Sessions;

/// The ways into a room: joining it by an invite, and hosting it here.
public record RoomAccess(Sessions sessions, RoomHost host) {}
