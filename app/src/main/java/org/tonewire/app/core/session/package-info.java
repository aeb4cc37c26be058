/// A participant's session in a room: the state, and the one thread that owns it.
@NullMarked
package org.tonewire.app.core.session;

import org.jspecify.annotations.NullMarked;
