/// Recording in the room: the button with its time, and where the files went.
@NullMarked
package org.tonewire.app.ui.record;

import org.jspecify.annotations.NullMarked;
