/// The user guide in a window: read, found in, leafed through.
@NullMarked
package org.tonewire.app.ui.help;

import org.jspecify.annotations.NullMarked;
