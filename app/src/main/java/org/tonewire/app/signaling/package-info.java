/// The signaling client, over Tyrus.
@NullMarked
package org.tonewire.app.signaling;

import org.jspecify.annotations.NullMarked;
