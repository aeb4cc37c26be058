/// The other participants and their tracks.
@NullMarked
package org.tonewire.app.ui.people;

import org.jspecify.annotations.NullMarked;
