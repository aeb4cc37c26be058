/// A signaling server that lies.
@NullMarked
package org.tonewire.testbed.meddling;

import org.jspecify.annotations.NullMarked;
