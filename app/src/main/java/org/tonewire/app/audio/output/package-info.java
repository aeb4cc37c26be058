/// The output device: which one plays the mix, its loss and return, and the pull of the mix without
/// one.
@NullMarked
package org.tonewire.app.audio.output;

import org.jspecify.annotations.NullMarked;
