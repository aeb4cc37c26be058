/// Devices, capture and playback through libpulse, called by the foreign function interface.
/// PipeWire serves the same protocol.
@NullMarked
package org.tonewire.app.audio.pulse;

import org.jspecify.annotations.NullMarked;
