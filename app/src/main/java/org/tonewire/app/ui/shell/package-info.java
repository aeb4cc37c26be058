/// The window itself: its frame, look, thread and ways between screens.
@NullMarked
package org.tonewire.app.ui.shell;

import org.jspecify.annotations.NullMarked;
