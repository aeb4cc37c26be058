/// A connection's statistics in the session's words.
@NullMarked
package org.tonewire.app.rtc.stats;

import org.jspecify.annotations.NullMarked;
