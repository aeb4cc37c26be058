/// One direction of sound between two participants, as the session needs it.
@NullMarked
package org.tonewire.app.core.link;

import org.jspecify.annotations.NullMarked;
