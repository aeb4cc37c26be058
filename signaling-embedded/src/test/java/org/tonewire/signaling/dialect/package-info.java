/// Tests.
@NullMarked
package org.tonewire.signaling.dialect;

import org.jspecify.annotations.NullMarked;
