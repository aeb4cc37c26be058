/// The log backend.
@NullMarked
package org.tonewire.app.logging;

import org.jspecify.annotations.NullMarked;
