/// The words of the signaling protocol: messages, ids and names as pure values. No JSON, no
/// sockets.
@NullMarked
package org.tonewire.signaling.protocol;

import org.jspecify.annotations.NullMarked;
