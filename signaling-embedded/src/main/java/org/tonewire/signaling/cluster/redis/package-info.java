/// The servers of a cluster share a Redis: what they send each other has its form here, and what
/// they store.
@NullMarked
package org.tonewire.signaling.cluster.redis;

import org.jspecify.annotations.NullMarked;
