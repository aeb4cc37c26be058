/// Hosting a room on this computer, as the session needs it.
@NullMarked
package org.tonewire.app.core.host;

import org.jspecify.annotations.NullMarked;
