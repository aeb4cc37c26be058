/// The wire: messages, ids and their JSON form. Pure values, no sockets.
@NullMarked
package org.tonewire.signaling.protocol;

import org.jspecify.annotations.NullMarked;
