package org.tonewire.app.desktop.tray;

import java.util.function.Consumer;
import org.tonewire.app.core.tray.TrayCommand;
import org.tonewire.app.core.tray.TrayFace;

/// One system's way to have an icon. Tray thread only.
interface Stand {
    void show(TrayFace face, Consumer<TrayCommand> listener);

    void hide();
}
