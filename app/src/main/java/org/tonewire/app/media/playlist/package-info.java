/// Playlists as files and servers have them.
@NullMarked
package org.tonewire.app.media.playlist;

import org.jspecify.annotations.NullMarked;
