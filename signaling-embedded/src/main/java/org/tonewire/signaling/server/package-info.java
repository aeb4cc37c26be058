/// The signaling server: sockets, HTTP, TLS and limits around the rooms, on Netty.
@NullMarked
package org.tonewire.signaling.server;

import org.jspecify.annotations.NullMarked;
