/// The way to the room's signaling server, as the session needs it.
@NullMarked
package org.tonewire.app.core.signaling;

import org.jspecify.annotations.NullMarked;
