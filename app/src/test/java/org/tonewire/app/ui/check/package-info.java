@NullMarked
package org.tonewire.app.ui.check;

import org.jspecify.annotations.NullMarked;
