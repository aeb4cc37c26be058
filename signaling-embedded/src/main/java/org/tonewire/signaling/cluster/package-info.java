/// Several servers as one: every room has one home, the only server that decides about it; the
/// other servers forward.
@NullMarked
package org.tonewire.signaling.cluster;

import org.jspecify.annotations.NullMarked;
