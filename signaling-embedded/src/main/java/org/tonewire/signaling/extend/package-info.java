/// What programs add to a server from outside: handlers for message types, taps for texts.
@NullMarked
package org.tonewire.signaling.extend;

import org.jspecify.annotations.NullMarked;
