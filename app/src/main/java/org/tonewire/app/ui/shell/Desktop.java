package org.tonewire.app.ui.shell;

import java.util.function.Supplier;
import javafx.scene.Node;
import org.tonewire.app.shell.NearbyRooms;
import org.tonewire.app.shell.Notifier;
import org.tonewire.app.shell.SystemReport;
import org.tonewire.app.shell.Tray;
import org.tonewire.app.shell.UpdateCheck;
import org.tonewire.app.shell.keys.GlobalKeys;
import org.tonewire.app.shell.settings.Settings;
import org.tonewire.app.text.Wording;
import org.tonewire.app.ui.model.DeviceModel;
import org.tonewire.app.ui.model.SettingsModel;
import org.tonewire.app.ui.model.UiThreads;
import org.tonewire.app.ui.model.UpdateModel;
import org.tonewire.app.ui.start.NearbyViewModel;
import org.tonewire.app.ui.talk.TalkViewModel;

/// What the computer offers around the window, its desktop and its network: makes the parts of the
/// window that use it. FX thread.
public final class Desktop {
    private final Notifier notifier;
    private final Tray tray;
    private final GlobalKeys keys;
    private final NearbyRooms nearby;
    private final UpdateCheck updateCheck;
    private final Supplier<SystemReport> report;

    /// @param report facts about this computer; blocks for a moment
    public Desktop(
            Notifier notifier,
            Tray tray,
            GlobalKeys keys,
            NearbyRooms nearby,
            UpdateCheck updateCheck,
            Supplier<SystemReport> report) {
        this.notifier = notifier;
        this.tray = tray;
        this.keys = keys;
        this.nearby = nearby;
        this.updateCheck = updateCheck;
        this.report = report;
    }

    NearbyViewModel nearby(UiThreads threads) {
        return new NearbyViewModel(nearby, threads);
    }

    TalkViewModel talk(UiThreads threads) {
        return new TalkViewModel(keys, threads);
    }

    /// Checks for a newer version, if the settings name an address.
    UpdateModel updates(Settings settings, UiThreads threads) {
        return new UpdateModel(updateCheck, settings.desktop().updates(), threads);
    }

    Reports reports(DeviceModel devices) {
        return new Reports(report, devices.devices());
    }

    /// @param frame a node of the window
    JoinNotifier joinNotifier(
            Node frame, SettingsModel settings, UiThreads threads, Wording wording) {
        return new JoinNotifier(frame, settings, notifier, threads, wording);
    }

    TrayPresence tray(Wording wording) {
        return new TrayPresence(tray, wording);
    }
}
