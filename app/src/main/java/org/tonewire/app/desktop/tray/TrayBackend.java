package org.tonewire.app.desktop.tray;

import java.util.function.Consumer;
import org.tonewire.app.shell.TrayCommand;
import org.tonewire.app.shell.TrayState;

/// One system's way to have an icon. Tray thread only.
interface TrayBackend {
    void show(TrayState face, Consumer<TrayCommand> listener);

    void hide();
}
