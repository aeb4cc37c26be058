/// Runs the signaling server in this process: for one hosted room, or standalone.
@NullMarked
package org.tonewire.app.hosting;

import org.jspecify.annotations.NullMarked;
