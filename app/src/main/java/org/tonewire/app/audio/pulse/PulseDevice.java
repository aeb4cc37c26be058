package org.tonewire.app.audio.pulse;

/// A sink or a source.
///
/// @param monitor whether it is a source that gives what a sink plays
/// @param monitorName a sink's monitor; a monitor's sink
record PulseDevice(String name, String description, boolean monitor, String monitorName) {}
