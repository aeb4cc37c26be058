/// What goes into the rooms and what comes out of them, as values.
@NullMarked
package org.tonewire.signaling.room.event;

import org.jspecify.annotations.NullMarked;
