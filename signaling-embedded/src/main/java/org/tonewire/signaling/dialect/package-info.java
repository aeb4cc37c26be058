/// Client families: each dialect turns text frames into room events and room effects into text
/// frames, and holds nothing else.
@NullMarked
package org.tonewire.signaling.dialect;

import org.jspecify.annotations.NullMarked;
