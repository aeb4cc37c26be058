/// Tones, probes and waits for tests of links.
@NullMarked
package org.tonewire.app.rtc.rig;

import org.jspecify.annotations.NullMarked;
