/// The room's side panel: chat and statistics.
@NullMarked
package org.tonewire.app.ui.side;

import org.jspecify.annotations.NullMarked;
