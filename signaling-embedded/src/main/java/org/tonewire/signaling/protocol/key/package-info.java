/// Keys, proofs and tokens of 32 bytes that open a room or a place in it.
@NullMarked
package org.tonewire.signaling.protocol.key;

import org.jspecify.annotations.NullMarked;
