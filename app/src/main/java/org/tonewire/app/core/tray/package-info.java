/// The icon among the desktop's own: what it shows, and what can be asked for by it.
@NullMarked
package org.tonewire.app.core.tray;

import org.jspecify.annotations.NullMarked;
