/// The options of `tonewire server`, from the command line and from a file.
@NullMarked
package org.tonewire.app.cli.server;

import org.jspecify.annotations.NullMarked;
