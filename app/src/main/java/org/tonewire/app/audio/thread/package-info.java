/// Shared by all audio threads: priority, framing, the check against the clock.
@NullMarked
package org.tonewire.app.audio.thread;

import org.jspecify.annotations.NullMarked;
