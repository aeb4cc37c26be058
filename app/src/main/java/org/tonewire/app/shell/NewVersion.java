package org.tonewire.app.shell;

import java.util.Optional;

/// A version newer than the running one.
///
/// @param page the download page
public record NewVersion(String version, String running, Optional<String> page) {}
