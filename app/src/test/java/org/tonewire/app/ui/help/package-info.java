/// Tests of the user guide and its window.
@NullMarked
package org.tonewire.app.ui.help;

import org.jspecify.annotations.NullMarked;
