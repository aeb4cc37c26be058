package org.tonewire.app.ui.record;

import java.nio.file.Path;
import java.time.Duration;

/// What came of a recording.
///
/// @param files one a track
public record Recorded(Path folder, int files, Duration length) {}
