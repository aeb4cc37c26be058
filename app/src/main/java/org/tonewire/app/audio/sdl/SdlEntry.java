package org.tonewire.app.audio.sdl;

import org.tonewire.app.core.device.AudioDevice;

/// A device and its number in SDL, which is valid while it is plugged in.
record SdlEntry(int number, AudioDevice device) {}
