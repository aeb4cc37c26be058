/// Rooms in the network, by mDNS.
@NullMarked
package org.tonewire.app.lan;

import org.jspecify.annotations.NullMarked;
