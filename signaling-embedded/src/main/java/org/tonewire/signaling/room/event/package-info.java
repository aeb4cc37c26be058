/// The events that rooms take and the effects that they return, as immutable values.
@NullMarked
package org.tonewire.signaling.room.event;

import org.jspecify.annotations.NullMarked;
