/// The sound check: tests of the microphone and the output device before joining a room.
@NullMarked
package org.tonewire.app.ui.check;

import org.jspecify.annotations.NullMarked;
