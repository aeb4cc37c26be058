/// The first steps, shown once.
@NullMarked
package org.tonewire.app.ui.welcome;

import org.jspecify.annotations.NullMarked;
