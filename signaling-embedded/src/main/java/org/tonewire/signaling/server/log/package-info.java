/// What the server logs of its clients: who connects, enters and leaves, and what is relayed.
@NullMarked
package org.tonewire.signaling.server.log;

import org.jspecify.annotations.NullMarked;
