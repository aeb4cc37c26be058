/// Safe use of native code: its callbacks, and the release of references to it.
@NullMarked
package org.tonewire.app.rtc.guard;

import org.jspecify.annotations.NullMarked;
