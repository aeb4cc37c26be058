/// Global keys: on X11 by libxcb. See decision 0044.
@NullMarked
package org.tonewire.app.desktop.keys;

import org.jspecify.annotations.NullMarked;
