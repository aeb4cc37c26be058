/// The command line: the same sessions as in the window, without one.
@NullMarked
package org.tonewire.app.cli;

import org.jspecify.annotations.NullMarked;
