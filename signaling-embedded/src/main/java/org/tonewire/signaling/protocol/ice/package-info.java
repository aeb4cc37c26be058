/// The STUN and TURN servers that a signaling server names to its members: their addresses, and
/// logins that expire.
@NullMarked
package org.tonewire.signaling.protocol.ice;

import org.jspecify.annotations.NullMarked;
