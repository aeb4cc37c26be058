/// The limits of a server and what enforces them.
@NullMarked
package org.tonewire.signaling.server.limit;

import org.jspecify.annotations.NullMarked;
