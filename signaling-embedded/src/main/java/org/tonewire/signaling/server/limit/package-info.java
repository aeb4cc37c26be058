/// The limits of a server and the classes that enforce them.
@NullMarked
package org.tonewire.signaling.server.limit;

import org.jspecify.annotations.NullMarked;
