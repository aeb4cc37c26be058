/// Options of the server about the network: its ports, and what stands beside it (STUN and TURN
/// servers, proxies).
@NullMarked
package org.tonewire.app.cli.network;

import org.jspecify.annotations.NullMarked;
