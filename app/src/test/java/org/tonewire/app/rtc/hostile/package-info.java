/// Feeds the border to native code with what nobody should send.
@NullMarked
package org.tonewire.app.rtc.hostile;

import org.jspecify.annotations.NullMarked;
