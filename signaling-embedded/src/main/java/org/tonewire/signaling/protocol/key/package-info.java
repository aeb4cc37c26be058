/// The access key of a room, nonces and join proofs; the keys, proofs and signatures of identities.
/// Secrets show no bytes in `toString` and compare in constant time.
@NullMarked
package org.tonewire.signaling.protocol.key;

import org.jspecify.annotations.NullMarked;
