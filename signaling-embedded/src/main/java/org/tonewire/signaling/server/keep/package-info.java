/// Keeps the rooms of owners over a restart of the server.
@NullMarked
package org.tonewire.signaling.server.keep;

import org.jspecify.annotations.NullMarked;
