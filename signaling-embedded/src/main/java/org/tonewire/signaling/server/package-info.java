/// The server round the rooms: sockets, HTTP, TLS and limits, on Netty.
@NullMarked
package org.tonewire.signaling.server;

import org.jspecify.annotations.NullMarked;
