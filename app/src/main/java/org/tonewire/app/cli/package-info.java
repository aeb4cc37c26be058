/// The command line: sessions without a window, the server, and device lists.
@NullMarked
package org.tonewire.app.cli;

import org.jspecify.annotations.NullMarked;
