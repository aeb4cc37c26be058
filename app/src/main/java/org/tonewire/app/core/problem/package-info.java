/// What can go wrong outside this program, as values.
@NullMarked
package org.tonewire.app.core.problem;

import org.jspecify.annotations.NullMarked;
