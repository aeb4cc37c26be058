package org.tonewire.app.ui.model;

import java.util.function.Supplier;
import org.tonewire.app.core.diagnosis.SystemReport;
import org.tonewire.app.core.intent.SecondStarts;
import org.tonewire.app.core.known.RoomBook;

/// What binds the window to the desktop it stands on.
///
/// @param report what is known of this computer now; does not block for long
public record DesktopParts(
        RoomBook rooms, SecondStarts secondStarts, Supplier<SystemReport> report) {}
