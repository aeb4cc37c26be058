package org.tonewire.app.desktop.tray;

import java.util.function.Consumer;
import org.tonewire.app.shell.TrayCommand;
import org.tonewire.app.shell.TrayState;

/// A system's implementation of the tray icon. Tray thread only.
interface TrayBackend {
    void show(TrayState state, Consumer<TrayCommand> listener);

    void hide();
}
