/// The tray icon seen by a watcher and a host on a bus of its own.
@NullMarked
package org.tonewire.app.desktop.tray;

import org.jspecify.annotations.NullMarked;
