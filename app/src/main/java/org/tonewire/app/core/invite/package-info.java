/// The link that opens a room.
@NullMarked
package org.tonewire.app.core.invite;

import org.jspecify.annotations.NullMarked;
