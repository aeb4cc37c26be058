/// The tray icon: on Linux as a StatusNotifierItem with a com.canonical.dbusmenu on the session
/// bus, on Windows by AWT. See decision 0043.
@NullMarked
package org.tonewire.app.desktop.tray;

import org.jspecify.annotations.NullMarked;
