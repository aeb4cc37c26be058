/// How much somebody may send or cause: what a server allows, and what its clients keep to.
@NullMarked
package org.tonewire.signaling.protocol.rate;

import org.jspecify.annotations.NullMarked;
