/// Tests.
@NullMarked
package org.tonewire.signaling.server.keep;

import org.jspecify.annotations.NullMarked;
