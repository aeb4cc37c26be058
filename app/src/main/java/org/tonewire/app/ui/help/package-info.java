/// The user guide in a window, with contents and search.
@NullMarked
package org.tonewire.app.ui.help;

import org.jspecify.annotations.NullMarked;
