/// Tests.
@NullMarked
package org.tonewire.signaling.server.work;

import org.jspecify.annotations.NullMarked;
