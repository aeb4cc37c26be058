@NullMarked
package org.tonewire.app.media.playlist;

import org.jspecify.annotations.NullMarked;
