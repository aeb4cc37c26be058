package org.tonewire.app.core.source;

/// Losses between a source's device or decoder and its strip, counted since its start.
///
/// @param frames delivered since the start
/// @param gaps times that sound was missing: a device overrun, a stream that ran dry
/// @param clockErrorPpm the delivered frames against the monotonic clock, in parts per million; 0
///   until it is measured
public record SourceHealth(long frames, long gaps, double clockErrorPpm) {}
