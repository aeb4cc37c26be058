/// Tests.
@NullMarked
package org.tonewire.signaling.extend;

import org.jspecify.annotations.NullMarked;
