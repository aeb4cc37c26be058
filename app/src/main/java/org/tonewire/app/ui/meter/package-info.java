/// Level meters: their scale, their ballistics and the one timer that moves them.
@NullMarked
package org.tonewire.app.ui.meter;

import org.jspecify.annotations.NullMarked;
