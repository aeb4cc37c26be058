/// Devices, capture and playback through SDL 3.
@NullMarked
package org.tonewire.app.audio.sdl;

import org.jspecify.annotations.NullMarked;
