/// Push to talk: the key, watched globally or in the window, and its effect on the microphones.
@NullMarked
package org.tonewire.app.ui.talk;

import org.jspecify.annotations.NullMarked;
