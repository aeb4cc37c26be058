/// The access key of a room and what is derived from it: nonces, join proofs and resume tokens, 32
/// bytes each. None shows its bytes in `toString`; all compare in constant time.
@NullMarked
package org.tonewire.signaling.protocol.key;

import org.jspecify.annotations.NullMarked;
