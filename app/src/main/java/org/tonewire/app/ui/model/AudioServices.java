package org.tonewire.app.ui.model;

import org.tonewire.app.core.device.AudioDevices;

/// Services that load native libraries or open sockets: created together, after the window shows.
/// The models that use one get that one alone, when it is ready.
public record AudioServices(RoomAccess rooms, AudioDevices devices, TestDevices test) {}
