/// Messages, ids and names of the native signaling protocol (`docs/PROTOCOL.md`), as immutable
/// values. No JSON, no sockets.
@NullMarked
package org.tonewire.signaling.protocol;

import org.jspecify.annotations.NullMarked;
