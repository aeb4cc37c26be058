/// Messages to JSON text and back, strictly: what is not understood is named, never guessed.
@NullMarked
package org.tonewire.signaling.codec;

import org.jspecify.annotations.NullMarked;
