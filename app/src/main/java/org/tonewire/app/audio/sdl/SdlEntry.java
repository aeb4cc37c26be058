package org.tonewire.app.audio.sdl;

import org.tonewire.app.core.device.AudioDevice;

/// A device and the number SDL knows it by, as long as it is plugged in.
record SdlEntry(int number, AudioDevice device) {}
