/// Client families. A dialect turns text frames into room events, and room effects into text
/// frames. It keeps the protocol state of its connection and nothing else.
@NullMarked
package org.tonewire.signaling.dialect;

import org.jspecify.annotations.NullMarked;
