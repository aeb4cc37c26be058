/// Rooms on the local network, by mDNS.
@NullMarked
package org.tonewire.app.lan;

import org.jspecify.annotations.NullMarked;
