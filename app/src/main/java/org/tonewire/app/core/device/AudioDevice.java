package org.tonewire.app.core.device;

/// A device that is there now.
///
/// @param name as the system shows it; two devices may share one
public record AudioDevice(DeviceId id, String name, DeviceKind kind, boolean isDefault) {}
