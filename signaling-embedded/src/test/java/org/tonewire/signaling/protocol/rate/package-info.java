/// Tests.
@NullMarked
package org.tonewire.signaling.protocol.rate;

import org.jspecify.annotations.NullMarked;
