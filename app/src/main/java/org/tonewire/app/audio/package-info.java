/// Sound devices of this computer: through PulseAudio's protocol where there is a server for it
/// (PulseAudio, PipeWire), through SDL elsewhere. [SoundSystem] opens them.
@NullMarked
package org.tonewire.app.audio;

import org.jspecify.annotations.NullMarked;
