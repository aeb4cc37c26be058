package org.tonewire.app.desktop.tray;

import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.exceptions.DBusExecutionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tonewire.app.shell.TrayCommand;
import org.tonewire.app.shell.TrayState;

/// The tray icon on the session bus; reconnects when the bus connection is lost. Tray thread only.
final class BusTrayBackend implements TrayBackend {
    private static final Logger LOG = LoggerFactory.getLogger(BusTrayBackend.class);
    private static final long AGAIN_SECONDS = 10;

    private final String address;
    private final ScheduledExecutorService thread;
    private @Nullable Shown shown;
    private @Nullable BusIcon icon;

    private record Shown(TrayState state, Consumer<TrayCommand> listener) {}

    BusTrayBackend(String address, ScheduledExecutorService thread) {
        this.address = address;
        this.thread = thread;
    }

    @Override
    public void show(TrayState state, Consumer<TrayCommand> listener) {
        boolean first = shown == null;
        shown = new Shown(state, listener);
        BusIcon there = icon;
        if (there != null) {
            there.update(state);
        } else if (first) {
            open();
        }
    }

    @Override
    public void hide() {
        shown = null;
        BusIcon there = icon;
        icon = null;
        if (there != null) {
            there.close();
        }
    }

    private void open() {
        Shown wanted = shown;
        if (wanted == null || icon != null) {
            return;
        }
        try {
            icon = BusIcon.open(address, wanted.state(), wanted.listener(), thread, this::lost);
        } catch (DBusException | DBusExecutionException e) {
            LOG.debug("no session bus", e);
            openLater();
        }
    }

    /// Called on a thread of the D-Bus library.
    private void lost() {
        thread.execute(() -> {
            icon = null;
            openLater();
        });
    }

    private void openLater() {
        var _ = thread.schedule(this::open, AGAIN_SECONDS, TimeUnit.SECONDS);
    }
}
