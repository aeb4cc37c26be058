/// The tray icon: on Linux a StatusNotifierItem with com.canonical.dbusmenu on the session bus, on
/// Windows AWT. See decision 0043.
@NullMarked
package org.tonewire.app.desktop.tray;

import org.jspecify.annotations.NullMarked;
