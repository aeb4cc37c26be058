/// Controls made for sound, and those that several screens share.
@NullMarked
package org.tonewire.app.ui.control;

import org.jspecify.annotations.NullMarked;
