/// Local sources, as strips in the room.
@NullMarked
package org.tonewire.app.ui.source;

import org.jspecify.annotations.NullMarked;
