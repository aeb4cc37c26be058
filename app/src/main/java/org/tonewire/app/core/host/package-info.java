/// Hosting a room, on this computer or on a server elsewhere.
@NullMarked
package org.tonewire.app.core.host;

import org.jspecify.annotations.NullMarked;
