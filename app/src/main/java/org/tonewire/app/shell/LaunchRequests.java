package org.tonewire.app.shell;

import java.util.Optional;
import java.util.function.Consumer;
import org.tonewire.app.core.invite.Invite;

/// Port: launches of the program while its window is already open. Such a launch hands over its
/// request and exits.
@FunctionalInterface
public interface LaunchRequests {
    /// No launches are reported.
    LaunchRequests NONE = _ -> {};

    /// Reports each launch from now on, including those that arrived before. Any thread.
    ///
    /// @param listener receives the invite to show, if any; any thread
    void follow(Consumer<Optional<Invite>> listener);
}
