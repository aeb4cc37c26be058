/// The law of the house as tests: which part may know which, and how large things may grow.
@NullMarked
package org.tonewire.architecture;

import org.jspecify.annotations.NullMarked;
