/// Tests.
@NullMarked
package org.tonewire.signaling.protocol.key;

import org.jspecify.annotations.NullMarked;
