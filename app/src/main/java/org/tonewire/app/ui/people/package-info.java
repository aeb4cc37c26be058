/// The others in the room and their tracks.
@NullMarked
package org.tonewire.app.ui.people;

import org.jspecify.annotations.NullMarked;
