package org.tonewire.app.ui.model;

import org.tonewire.app.core.device.AudioDevices;
import org.tonewire.app.core.session.LocalAudio;

/// Services that load native libraries or open sockets: created together, after the window shows.
/// The models that use one get that one alone, when it is ready.
public record AudioServices(RoomAccess rooms, AudioDevices devices, LocalAudio audio) {}
