/// The main window: frame, theme, FX thread and navigation between screens.
@NullMarked
package org.tonewire.app.ui.shell;

import org.jspecify.annotations.NullMarked;
