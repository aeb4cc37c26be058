/// FFmpeg: opens a file or an address, decodes it, and brings it to 48 kHz stereo.
@NullMarked
package org.tonewire.app.media.decode;

import org.jspecify.annotations.NullMarked;
