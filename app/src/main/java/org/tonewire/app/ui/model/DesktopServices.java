package org.tonewire.app.ui.model;

import java.util.function.Supplier;
import org.tonewire.app.shell.LaunchRequests;
import org.tonewire.app.shell.NearbyRooms;
import org.tonewire.app.shell.Notifier;
import org.tonewire.app.shell.RoomBook;
import org.tonewire.app.shell.SystemReport;
import org.tonewire.app.shell.Tray;
import org.tonewire.app.shell.UpdateCheck;
import org.tonewire.app.shell.keys.GlobalKeys;

/// The services of the desktop.
///
/// @param report facts about this computer; blocks for a moment
public record DesktopServices(
        RoomBook rooms,
        LaunchRequests launches,
        Supplier<SystemReport> report,
        NearbyRooms nearby,
        UpdateCheck updateCheck,
        Notifier notifier,
        Tray tray,
        GlobalKeys keys) {}
