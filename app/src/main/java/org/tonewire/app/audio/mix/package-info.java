/// Queues of received tracks, held short, and their sum.
@NullMarked
package org.tonewire.app.audio.mix;

import org.jspecify.annotations.NullMarked;
