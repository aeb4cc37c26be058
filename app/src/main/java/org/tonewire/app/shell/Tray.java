package org.tonewire.app.shell;

import java.util.function.Consumer;

/// Port: the tray icon. If the desktop has no tray, or its tray starts later, the icon appears when
/// it can. Any thread; every call returns at once.
public interface Tray {
    /// A desktop without a tray.
    Tray NONE =
            new Tray() {
                @Override
                public void show(TrayState state, Consumer<TrayCommand> listener) {}

                @Override
                public void hide() {}
            };

    /// Shows the icon, or updates it.
    ///
    /// @param listener receives the user's commands, on any thread
    void show(TrayState state, Consumer<TrayCommand> listener);

    /// Removes the icon.
    void hide();
}
