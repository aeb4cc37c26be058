/// The sound check: speak and see it, play a tone and hear it, before one enters a room.
@NullMarked
package org.tonewire.app.ui.check;

import org.jspecify.annotations.NullMarked;
