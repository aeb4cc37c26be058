/// Push to talk: the key, heard everywhere or in the window, and what it does to the microphones.
@NullMarked
package org.tonewire.app.ui.talk;

import org.jspecify.annotations.NullMarked;
