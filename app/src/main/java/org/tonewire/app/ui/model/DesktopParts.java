package org.tonewire.app.ui.model;

import java.util.function.Supplier;
import org.tonewire.app.core.diagnosis.SystemReport;
import org.tonewire.app.core.intent.LaunchRequests;
import org.tonewire.app.core.keys.GlobalKeys;
import org.tonewire.app.core.known.RoomBook;
import org.tonewire.app.core.lan.NearbyRooms;
import org.tonewire.app.core.news.Notifier;
import org.tonewire.app.core.news.VersionNews;
import org.tonewire.app.core.tray.Tray;

/// What binds the window to the desktop it stands on.
///
/// @param report what is known of this computer now; does not block for long
public record DesktopParts(
        RoomBook rooms,
        LaunchRequests secondStarts,
        Supplier<SystemReport> report,
        NearbyRooms nearby,
        VersionNews news,
        Notifier notifier,
        Tray tray,
        GlobalKeys keys) {}
