package org.tonewire.app.ui.model;

import org.tonewire.app.core.device.AudioDevices;
import org.tonewire.app.core.host.RoomHost;
import org.tonewire.app.core.room.Sessions;
import org.tonewire.app.core.room.SourceIds;

/// The parts that load native libraries or open sockets: made after the window shows.
public record SoundParts(
        Sessions sessions, RoomHost host, AudioDevices devices, SourceIds sourceIds) {}
