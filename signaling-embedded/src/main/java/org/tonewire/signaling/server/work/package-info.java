/// Work that must not hold up sockets or rooms, on threads of its own with bounded queues.
@NullMarked
package org.tonewire.signaling.server.work;

import org.jspecify.annotations.NullMarked;
