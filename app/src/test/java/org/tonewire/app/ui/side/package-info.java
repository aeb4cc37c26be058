@NullMarked
package org.tonewire.app.ui.side;

import org.jspecify.annotations.NullMarked;
