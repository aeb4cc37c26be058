package org.tonewire.app.ui.shell;

import java.util.Optional;
import java.util.function.Consumer;
import org.tonewire.app.core.device.OutputChoice;
import org.tonewire.app.core.host.HostRequest;
import org.tonewire.app.core.invite.Invite;
import org.tonewire.app.shell.LaunchRequests;
import org.tonewire.app.shell.WindowIntent;
import org.tonewire.app.shell.settings.Settings;
import org.tonewire.app.ui.start.StartViewModel;

/// How the window begins, is launched again, and ends. FX thread.
public final class WindowLaunch {
    private final WindowIntent intent;
    private final LaunchRequests later;
    private final Runnable closing;

    /// @param intent the first action
    /// @param later launches of the program while the window is open
    /// @param closing called on the FX thread when the window is about to close
    public WindowLaunch(WindowIntent intent, LaunchRequests later, Runnable closing) {
        this.intent = intent;
        this.later = later;
        this.closing = closing;
    }

    WindowIntent intent() {
        return intent;
    }

    /// Whether the first steps come before the first action.
    boolean welcomes(Settings settings) {
        return intent.canBeHandedOver() && !settings.desktop().welcomed();
    }

    /// Does the first action on the start screen.
    void begin(StartViewModel start, Settings settings) {
        OutputChoice output = intent.output().orElseGet(settings::output);
        switch (intent.action()) {
            case WindowIntent.Begin() -> {}
            case WindowIntent.Join(Invite invite) -> start.join(invite, output);
            case WindowIntent.Host(HostRequest request) -> start.host(request, output);
        }
    }

    /// @param listener receives the invite of each later launch, if any; any thread
    void follow(Consumer<Optional<Invite>> listener) {
        later.follow(listener);
    }

    void windowCloses() {
        closing.run();
    }
}
