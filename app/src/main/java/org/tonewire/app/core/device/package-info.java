/// Sound devices of this computer, as the session needs them.
@NullMarked
package org.tonewire.app.core.device;

import org.jspecify.annotations.NullMarked;
