package org.tonewire.app.ui.model;

import java.util.function.Function;
import org.tonewire.app.core.device.AudioDevices;
import org.tonewire.app.core.device.AudioOutput;
import org.tonewire.app.core.host.RoomHost;
import org.tonewire.app.core.mix.Mixer;
import org.tonewire.app.core.room.Sessions;
import org.tonewire.app.core.room.SourceIds;
import org.tonewire.app.core.source.SourceOpener;

/// The parts that load native libraries or open sockets: made after the window shows.
///
/// @param sources for the sound check; in a room sources are the session's
/// @param output the same: each call makes one of its own, which pulls that mixer
public record SoundParts(
        Sessions sessions,
        RoomHost host,
        AudioDevices devices,
        SourceIds sourceIds,
        SourceOpener sources,
        Function<Mixer, AudioOutput> output) {}
