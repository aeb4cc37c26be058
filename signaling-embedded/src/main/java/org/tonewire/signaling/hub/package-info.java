/// The WebRTC side of clients that offer by HTTP, as the server needs it.
@NullMarked
package org.tonewire.signaling.hub;

import org.jspecify.annotations.NullMarked;
