package org.tonewire.app.core.device;

/// Kind of a device: what it captures or plays.
public enum DeviceKind {
    MICROPHONE,
    /// What an output plays, heard again (a monitor, a loopback).
    SYSTEM_AUDIO,
    OUTPUT
}
