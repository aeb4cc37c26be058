package org.tonewire.app.shell;

import java.util.Optional;

/// Asks for the newest version.
@FunctionalInterface
public interface VersionNews {
    /// Blocks some seconds at most. Empty where there is none, or no answer that is understood.
    Optional<NewVersion> at(String address);
}
