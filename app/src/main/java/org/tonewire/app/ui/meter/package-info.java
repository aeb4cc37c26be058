/// Level meters: scale, ballistics and timer.
@NullMarked
package org.tonewire.app.ui.meter;

import org.jspecify.annotations.NullMarked;
