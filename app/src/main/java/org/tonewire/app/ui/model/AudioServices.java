package org.tonewire.app.ui.model;

import java.util.function.Function;
import org.tonewire.app.core.device.AudioDevices;
import org.tonewire.app.core.device.AudioOutput;
import org.tonewire.app.core.host.RoomHost;
import org.tonewire.app.core.mix.Mixer;
import org.tonewire.app.core.room.Sessions;
import org.tonewire.app.core.room.SourceIds;
import org.tonewire.app.core.source.SourceOpener;

/// Services that load native libraries or open sockets: created after the window shows.
///
/// @param sources for the sound check; in a room the session opens sources
/// @param output creates an output for the sound check, which pulls the given mixer
public record AudioServices(
        Sessions sessions,
        RoomHost host,
        AudioDevices devices,
        SourceIds sourceIds,
        SourceOpener sources,
        Function<Mixer, AudioOutput> output) {}
