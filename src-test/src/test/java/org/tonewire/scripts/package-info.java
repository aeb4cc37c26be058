/// The shell scripts of `packaging`, run as a person runs them.
@NullMarked
package org.tonewire.scripts;

import org.jspecify.annotations.NullMarked;
