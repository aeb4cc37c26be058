/// Tests.
@NullMarked
package org.tonewire.signaling.server;

import org.jspecify.annotations.NullMarked;
