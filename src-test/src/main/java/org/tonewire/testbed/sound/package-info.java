/// Signals to send and what can be measured of what came out: pure arithmetic on samples.
@NullMarked
package org.tonewire.testbed.sound;

import org.jspecify.annotations.NullMarked;
