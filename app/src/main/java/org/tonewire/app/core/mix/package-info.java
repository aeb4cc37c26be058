/// The mix of the received tracks: a queue for each, kept short and resampled to the clock of the
/// output device, and their sum, with its meter, echo reference and tap. Pure signal code,
/// independent of devices and transports.
@NullMarked
package org.tonewire.app.core.mix;

import org.jspecify.annotations.NullMarked;
