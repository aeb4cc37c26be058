/// The two ends of a link in virtual time.
@NullMarked
package org.tonewire.app.core.peer;

import org.jspecify.annotations.NullMarked;
