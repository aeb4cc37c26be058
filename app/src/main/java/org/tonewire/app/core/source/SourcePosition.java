package org.tonewire.app.core.source;

import java.time.Duration;
import java.util.Optional;

/// A source's playing position.
///
/// @param elapsed sound delivered since the start (of the present repetition, when it loops)
/// @param total the whole length where it is known; a live source has none
public record SourcePosition(Duration elapsed, Optional<Duration> total) {}
