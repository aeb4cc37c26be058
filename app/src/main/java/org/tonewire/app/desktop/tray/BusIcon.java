package org.tonewire.app.desktop.tray;

import java.io.IOException;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.freedesktop.dbus.connections.IDisconnectCallback;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.connections.impl.DBusConnectionBuilder;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.exceptions.DBusExecutionException;
import org.freedesktop.dbus.interfaces.DBus;
import org.freedesktop.dbus.messages.DBusSignal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tonewire.app.shell.TrayCommand;
import org.tonewire.app.shell.TrayState;

/// A tray icon on one connection to the session bus, registered with the present watcher and with
/// each later one. Tray thread only.
final class BusIcon implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(BusIcon.class);
    private static final String BUS = "org.freedesktop.DBus";

    private final DBusConnection connection;
    private final IconItem item;
    private final IconMenu menu;
    private final String service;
    private TrayState state;

    private BusIcon(DBusConnection connection, TrayState state, Consumer<TrayCommand> listener) {
        this.connection = connection;
        this.state = state;
        this.item = new IconItem(state, listener);
        this.menu = new IconMenu(state.menu(), listener);
        this.service = "org.kde.StatusNotifierItem-" + ProcessHandle.current().pid() + "-1";
    }

    /// @param thread the tray thread
    /// @param lost called on any thread when the bus connection is lost
    static BusIcon open(
            String address,
            TrayState state,
            Consumer<TrayCommand> listener,
            Executor thread,
            Runnable lost)
            throws DBusException {
        DBusConnection connection =
                DBusConnectionBuilder.forAddress(address)
                        .withShared(false)
                        .withDisconnectCallback(new Loss(lost))
                        .receivingThreadConfig()
                        .withMethodCallThreadCount(1) // clicks stay in order
                        .connectionConfig()
                        .build();
        BusIcon icon = new BusIcon(connection, state, listener);
        try {
            icon.begin(thread);
            return icon;
        } catch (DBusException | DBusExecutionException e) {
            icon.close();
            throw e;
        }
    }

    private void begin(Executor thread) throws DBusException {
        connection.exportObject(IconItem.PATH, item);
        connection.exportObject(IconMenu.PATH, menu);
        connection.requestBusName(service);
        var _ =
                connection.addSigHandler(
                        DBus.NameOwnerChanged.class,
                        change -> {
                            if (change.name.equals(StatusNotifierWatcher.NAME)
                                    && !change.newOwner.isEmpty()) {
                                thread.execute(this::register);
                            }
                        });
        DBus bus = connection.getRemoteObject(BUS, "/org/freedesktop/DBus", DBus.class);
        if (bus.NameHasOwner(StatusNotifierWatcher.NAME)) {
            register();
        }
    }

    private void register() {
        try {
            connection
                    .getRemoteObject(
                            StatusNotifierWatcher.NAME,
                            StatusNotifierWatcher.PATH,
                            StatusNotifierWatcher.class)
                    .register(service);
        } catch (DBusException | DBusExecutionException e) {
            LOG.debug("the watcher does not take the icon", e);
        }
    }

    void update(TrayState now) {
        TrayState before = state;
        state = now;
        item.update(now);
        try {
            if (now.picture() != before.picture()) {
                tell(new StatusNotifierItem.NewIcon(IconItem.PATH));
            }
            if (!now.tooltip().equals(before.tooltip())) {
                tell(new StatusNotifierItem.NewToolTip(IconItem.PATH));
            }
            if (!now.menu().equals(before.menu())) {
                tell(new BusMenu.LayoutUpdated(IconMenu.PATH, menu.update(now.menu()), 0));
            }
        } catch (DBusException e) {
            LOG.debug("the host is not told of a change", e);
        }
    }

    private void tell(DBusSignal signal) {
        connection.sendMessage(signal);
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (IOException e) {
            LOG.debug("leaving the bus", e);
        }
    }

    private record Loss(Runnable lost) implements IDisconnectCallback {
        @Override
        public void disconnectOnError(IOException why) {
            lost.run();
        }
    }
}
