/// What every meeting with native code needs: calls out of it, and references given back to it.
@NullMarked
package org.tonewire.app.rtc.guard;

import org.jspecify.annotations.NullMarked;
