@NullMarked
package org.tonewire.app.ui.meter;

import org.jspecify.annotations.NullMarked;
