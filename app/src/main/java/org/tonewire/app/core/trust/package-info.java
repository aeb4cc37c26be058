/// Keys from a room's secret, and what is sealed with them.
@NullMarked
package org.tonewire.app.core.trust;

import org.jspecify.annotations.NullMarked;
