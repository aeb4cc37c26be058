/// Rooms on servers elsewhere, and the servers that are remembered.
@NullMarked
package org.tonewire.app.shell.server;

import org.jspecify.annotations.NullMarked;
