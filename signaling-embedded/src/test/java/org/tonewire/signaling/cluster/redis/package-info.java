@NullMarked
package org.tonewire.signaling.cluster.redis;

import org.jspecify.annotations.NullMarked;
