package org.tonewire.app.desktop.tray;

import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tonewire.app.core.tray.Tray;
import org.tonewire.app.core.tray.TrayCommand;
import org.tonewire.app.core.tray.TrayFace;

/// This computer's tray, on a thread of its own that does not keep the process alive. Nothing is
/// loaded before there is something to show.
public final class DesktopTray implements Tray {
    private static final Logger LOG = LoggerFactory.getLogger(DesktopTray.class);

    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("tray").factory());
    private final Function<ScheduledExecutorService, Stand> opening;

    /// Tray thread only.
    private @Nullable Stand stand;

    private DesktopTray(Function<ScheduledExecutorService, Stand> opening) {
        this.opening = opening;
    }

    /// macOS has none: AWT beside JavaFX claims the same main thread there.
    public static Tray ofThisComputer() {
        String system = System.getProperty("os.name", "");
        if (system.startsWith("Windows")) {
            return new DesktopTray(_ -> new AwtStand());
        }
        return system.startsWith("Linux")
                ? BusAddress.ofSession().<Tray>map(DesktopTray::onBus).orElse(NONE)
                : NONE;
    }

    /// @param address of the bus, as `DBUS_SESSION_BUS_ADDRESS` has it
    static DesktopTray onBus(String address) {
        return new DesktopTray(thread -> new BusStand(address, thread));
    }

    @Override
    public void show(TrayFace face, Consumer<TrayCommand> listener) {
        perform(() -> stand().show(face, listener));
    }

    @Override
    public void hide() {
        perform(() -> Optional.ofNullable(stand).ifPresent(Stand::hide));
    }

    private Stand stand() {
        Stand there = stand;
        if (there == null) {
            there = opening.apply(thread);
            stand = there;
        }
        return there;
    }

    /// An icon that does not work is no reason to disturb anybody.
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
