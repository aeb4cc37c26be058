/// What clients may use up, and the counting of it.
@NullMarked
package org.tonewire.signaling.server.limit;

import org.jspecify.annotations.NullMarked;
