/// One key on a display of its own.
@NullMarked
package org.tonewire.app.desktop.keys;

import org.jspecify.annotations.NullMarked;
