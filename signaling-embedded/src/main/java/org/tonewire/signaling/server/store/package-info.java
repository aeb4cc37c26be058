/// Texts kept in a file.
@NullMarked
package org.tonewire.signaling.server.store;

import org.jspecify.annotations.NullMarked;
