/// Clients that offer by HTTP: their endpoints and the relay between their data channels.
@NullMarked
package org.tonewire.signaling.server.hub;

import org.jspecify.annotations.NullMarked;
