/// Ports of the desktop around the window, and their values: tray icon, notifications, news of
/// versions, launches of a second instance, known and nearby rooms, diagnostics.
@NullMarked
package org.tonewire.app.shell;

import org.jspecify.annotations.NullMarked;
