/// The start screen: host a room or join one.
@NullMarked
package org.tonewire.app.ui.start;

import org.jspecify.annotations.NullMarked;
