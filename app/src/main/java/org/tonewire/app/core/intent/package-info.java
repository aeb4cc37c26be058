/// What a start of the program asks the window to do.
@NullMarked
package org.tonewire.app.core.intent;

import org.jspecify.annotations.NullMarked;
