package org.tonewire.app.core.device;

/// An audio device that is present.
///
/// @param name as the system shows it; two devices may share one
public record AudioDevice(DeviceId id, String name, DeviceKind kind, boolean isDefault) {}
