/// Clients that offer by HTTP: their requests, the relay between their data channels, and the store
/// of the texts.
@NullMarked
package org.tonewire.signaling.server.hub;

import org.jspecify.annotations.NullMarked;
