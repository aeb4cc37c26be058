/// Hands frames over at the pace of the monotonic clock, from whatever makes them.
@NullMarked
package org.tonewire.app.media.pace;

import org.jspecify.annotations.NullMarked;
