@NullMarked
package org.tonewire.app.ui.record;

import org.jspecify.annotations.NullMarked;
