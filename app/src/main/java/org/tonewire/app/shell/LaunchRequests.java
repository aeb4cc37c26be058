package org.tonewire.app.shell;

import java.util.Optional;
import java.util.function.Consumer;
import org.tonewire.app.core.invite.Invite;

/// Starts of the program while its window is already open: they hand over what they were asked for
/// and end.
@FunctionalInterface
public interface LaunchRequests {
    /// No second start is ever told.
    LaunchRequests NONE = _ -> {};

    /// Tells each start from now on, and those that came before anybody listened; any thread.
    ///
    /// @param listener given the invite to show, where there is one
    void follow(Consumer<Optional<Invite>> listener);
}
