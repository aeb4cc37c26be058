/// Protocol messages to JSON text and back. Strict: what is not understood is reported by field and
/// reason, never guessed.
@NullMarked
package org.tonewire.signaling.codec;

import org.jspecify.annotations.NullMarked;
