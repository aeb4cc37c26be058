/// Hostile input for native code.
@NullMarked
package org.tonewire.app.rtc.hostile;

import org.jspecify.annotations.NullMarked;
