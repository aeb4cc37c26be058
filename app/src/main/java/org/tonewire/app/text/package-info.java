/// Localized texts and number formats, for the window and the command line.
@NullMarked
package org.tonewire.app.text;

import org.jspecify.annotations.NullMarked;
