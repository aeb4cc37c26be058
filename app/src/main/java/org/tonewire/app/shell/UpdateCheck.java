package org.tonewire.app.shell;

import java.util.Optional;

/// Port: asks for the newest version.
@FunctionalInterface
public interface UpdateCheck {
    /// The newest version, if it is newer than the running one. Blocks for some seconds at most.
    /// Empty on errors too.
    Optional<NewVersion> at(String address);
}
