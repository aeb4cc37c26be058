/// Tests.
@NullMarked
package org.tonewire.app.rtc.hub;

import org.jspecify.annotations.NullMarked;
