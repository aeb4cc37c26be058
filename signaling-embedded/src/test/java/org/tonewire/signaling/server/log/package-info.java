/// Tests.
@NullMarked
package org.tonewire.signaling.server.log;

import org.jspecify.annotations.NullMarked;
