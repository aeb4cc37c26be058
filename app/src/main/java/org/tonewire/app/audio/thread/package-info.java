/// What every audio thread here shares: its priority, frames from pieces, the check against the
/// clock.
@NullMarked
package org.tonewire.app.audio.thread;

import org.jspecify.annotations.NullMarked;
