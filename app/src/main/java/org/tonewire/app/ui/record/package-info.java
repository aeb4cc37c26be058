/// Recording: the button with its duration, and the notice about the files.
@NullMarked
package org.tonewire.app.ui.record;

import org.jspecify.annotations.NullMarked;
