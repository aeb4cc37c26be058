/// A room with real participants, each a process of its own.
@NullMarked
package org.tonewire.testbed.room;

import org.jspecify.annotations.NullMarked;
