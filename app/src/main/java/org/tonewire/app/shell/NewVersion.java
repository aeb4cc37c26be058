package org.tonewire.app.shell;

import java.util.Optional;

/// A version that is newer than the one that runs.
///
/// @param page where it is to be had
public record NewVersion(String version, String running, Optional<String> page) {}
