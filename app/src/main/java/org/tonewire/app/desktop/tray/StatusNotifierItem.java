package org.tonewire.app.desktop.tray;

import org.freedesktop.dbus.annotations.DBusInterfaceName;
import org.freedesktop.dbus.annotations.DBusMemberName;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.interfaces.DBusInterface;
import org.freedesktop.dbus.messages.DBusSignal;

/// Methods and signals of a tray icon. Public for the D-Bus library only.
@DBusInterfaceName("org.kde.StatusNotifierItem")
public interface StatusNotifierItem extends DBusInterface {
    /// A click.
    @DBusMemberName("Activate")
    void activate(int x, int y);

    /// A middle click.
    @DBusMemberName("SecondaryActivate")
    void secondaryActivate(int x, int y);

    /// Requested only of icons without a menu.
    @DBusMemberName("ContextMenu")
    void contextMenu(int x, int y);

    @DBusMemberName("Scroll")
    void scroll(int delta, String orientation);

    /// The picture changed.
    @DBusMemberName("NewIcon")
    final class NewIcon extends DBusSignal {
        public NewIcon(String path) throws DBusException {
            super(path);
        }
    }

    /// The tooltip changed.
    @DBusMemberName("NewToolTip")
    final class NewToolTip extends DBusSignal {
        public NewToolTip(String path) throws DBusException {
            super(path);
        }
    }
}
