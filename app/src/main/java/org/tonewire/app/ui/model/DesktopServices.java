package org.tonewire.app.ui.model;

import java.util.function.Supplier;
import org.tonewire.app.shell.NearbyRooms;
import org.tonewire.app.shell.Notifier;
import org.tonewire.app.shell.SystemReport;
import org.tonewire.app.shell.Tray;
import org.tonewire.app.shell.UpdateCheck;
import org.tonewire.app.shell.keys.GlobalKeys;

/// What the computer offers around the window: its desktop and its network.
///
/// @param report facts about this computer; blocks for a moment
public record DesktopServices(
        Notifier notifier,
        Tray tray,
        GlobalKeys keys,
        NearbyRooms nearby,
        UpdateCheck updateCheck,
        Supplier<SystemReport> report) {}
