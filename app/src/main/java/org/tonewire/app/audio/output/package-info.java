/// The output device: which one plays the mix, what becomes of it, and what pulls the mix where
/// none does.
@NullMarked
package org.tonewire.app.audio.output;

import org.jspecify.annotations.NullMarked;
