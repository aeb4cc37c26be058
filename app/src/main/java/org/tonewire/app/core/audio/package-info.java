/// Signal processing of samples: frames, levels, gains. Everything here runs on audio threads and
/// neither locks, logs nor allocates.
@NullMarked
package org.tonewire.app.core.audio;

import org.jspecify.annotations.NullMarked;
