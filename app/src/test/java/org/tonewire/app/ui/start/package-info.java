@NullMarked
package org.tonewire.app.ui.start;

import org.jspecify.annotations.NullMarked;
