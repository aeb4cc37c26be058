/// The program: where it starts and how its parts are put together.
@NullMarked
package org.tonewire.app;

import org.jspecify.annotations.NullMarked;
