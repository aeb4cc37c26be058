/// Sound that needs no device: files and addresses through FFmpeg, standard input, a tone.
/// [MediaSources] opens them.
@NullMarked
package org.tonewire.app.media;

import org.jspecify.annotations.NullMarked;
