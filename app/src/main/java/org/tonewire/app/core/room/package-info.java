/// The interface of a session in a room: its state, events and commands. The window and the command
/// line use a session by this package alone.
@NullMarked
package org.tonewire.app.core.room;

import org.jspecify.annotations.NullMarked;
