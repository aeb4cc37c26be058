/// Keys derived from a room's secret, and seals made with them.
@NullMarked
package org.tonewire.app.core.trust;

import org.jspecify.annotations.NullMarked;
