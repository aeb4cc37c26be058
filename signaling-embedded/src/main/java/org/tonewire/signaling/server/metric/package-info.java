/// Figures about a running server.
@NullMarked
package org.tonewire.signaling.server.metric;

import org.jspecify.annotations.NullMarked;
