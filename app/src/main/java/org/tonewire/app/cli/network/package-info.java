/// Options of the server about what stands beside it in the network: STUN and TURN servers,
/// proxies.
@NullMarked
package org.tonewire.app.cli.network;

import org.jspecify.annotations.NullMarked;
