package org.tonewire.app.desktop.tray;

import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tonewire.app.shell.Tray;
import org.tonewire.app.shell.TrayCommand;
import org.tonewire.app.shell.TrayState;

/// The tray of this computer, on its own daemon thread. Libraries are loaded at the first show.
public final class DesktopTray implements Tray {
    private static final Logger LOG = LoggerFactory.getLogger(DesktopTray.class);

    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("tray").factory());
    private final Function<ScheduledExecutorService, TrayBackend> opening;

    /// Tray thread only.
    private @Nullable TrayBackend backend;

    private DesktopTray(Function<ScheduledExecutorService, TrayBackend> opening) {
        this.opening = opening;
    }

    /// None on macOS: AWT and JavaFX both need the main thread there.
    public static Tray ofThisComputer() {
        String system = System.getProperty("os.name", "");
        if (system.startsWith("Windows")) {
            return new DesktopTray(_ -> new AwtTrayBackend());
        }
        return system.startsWith("Linux")
                ? BusAddress.ofSession().<Tray>map(DesktopTray::onBus).orElse(NONE)
                : NONE;
    }

    /// @param address the value of `DBUS_SESSION_BUS_ADDRESS`
    static DesktopTray onBus(String address) {
        return new DesktopTray(thread -> new BusTrayBackend(address, thread));
    }

    @Override
    public void show(TrayState state, Consumer<TrayCommand> listener) {
        perform(() -> backend().show(state, listener));
    }

    @Override
    public void hide() {
        perform(() -> Optional.ofNullable(backend).ifPresent(TrayBackend::hide));
    }

    private TrayBackend backend() {
        TrayBackend there = backend;
        if (there == null) {
            there = opening.apply(thread);
            backend = there;
        }
        return there;
    }

    /// Failures of the tray icon are only logged.
    private void perform(Runnable task) {
        thread.execute(() -> {
            try {
                task.run();
            } catch (RuntimeException | LinkageError e) {
                LOG.debug("the tray icon does not work", e);
            }
        });
    }
}
