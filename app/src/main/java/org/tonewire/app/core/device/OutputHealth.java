package org.tonewire.app.core.device;

/// @param deviceName the device in use, as the system shows it; empty when there is none
/// @param exactClock false where the pace is not a device's own (no sound server): long streams may
///   be stretched a little
public record OutputHealth(String deviceName, boolean exactClock) {}
