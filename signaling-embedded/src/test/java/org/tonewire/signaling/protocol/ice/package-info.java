/// Tests.
@NullMarked
package org.tonewire.signaling.protocol.ice;

import org.jspecify.annotations.NullMarked;
