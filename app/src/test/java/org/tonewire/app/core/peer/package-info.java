/// Who is in a room, in virtual time.
@NullMarked
package org.tonewire.app.core.peer;

import org.jspecify.annotations.NullMarked;
