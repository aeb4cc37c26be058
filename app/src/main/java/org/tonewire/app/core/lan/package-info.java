/// Rooms that are open in the same network.
@NullMarked
package org.tonewire.app.core.lan;

import org.jspecify.annotations.NullMarked;
