package org.tonewire.app.ui.fake;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.tonewire.app.core.invite.Invite;
import org.tonewire.app.shell.LaunchRequests;

/// Second starts that a test makes.
public final class FakeLaunchRequests implements LaunchRequests {
    private final AtomicReference<Consumer<Optional<Invite>>> listener =
            new AtomicReference<>(_ -> {});

    @Override
    public void follow(Consumer<Optional<Invite>> wanted) {
        listener.set(wanted);
    }

    public void start(Optional<Invite> invite) {
        listener.get().accept(invite);
    }
}
