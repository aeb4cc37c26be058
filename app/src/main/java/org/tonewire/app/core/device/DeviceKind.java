package org.tonewire.app.core.device;

/// What a device gives or takes.
public enum DeviceKind {
    MICROPHONE,
    /// What an output plays, heard again (a monitor, a loopback).
    SYSTEM_AUDIO,
    OUTPUT
}
