/// Tests.
@NullMarked
package org.tonewire.signaling.codec;

import org.jspecify.annotations.NullMarked;
