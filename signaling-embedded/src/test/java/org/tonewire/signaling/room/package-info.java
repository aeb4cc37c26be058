/// Tests.
@NullMarked
package org.tonewire.signaling.room;

import org.jspecify.annotations.NullMarked;
