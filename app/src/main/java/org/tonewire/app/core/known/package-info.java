/// The rooms one was in, to be found again.
@NullMarked
package org.tonewire.app.core.known;

import org.jspecify.annotations.NullMarked;
