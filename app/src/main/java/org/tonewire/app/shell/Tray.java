package org.tonewire.app.shell;

import java.util.function.Consumer;

/// The place of icons on the desktop. Where there is none, or it comes later, nothing is said: the
/// icon appears when it can. Any thread; every call returns at once.
public interface Tray {
    /// There is none.
    Tray NONE =
            new Tray() {
                @Override
                public void show(TrayState face, Consumer<TrayCommand> listener) {}

                @Override
                public void hide() {}
            };

    /// Puts the icon there, or changes it.
    ///
    /// @param listener told by any thread what a person asked for
    void show(TrayState face, Consumer<TrayCommand> listener);

    /// Takes it away.
    void hide();
}
