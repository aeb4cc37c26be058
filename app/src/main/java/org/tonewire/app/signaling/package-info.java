/// The way to a room's signaling server, by Tyrus.
@NullMarked
package org.tonewire.app.signaling;

import org.jspecify.annotations.NullMarked;
