@NullMarked
package org.tonewire.app.shell.server;

import org.jspecify.annotations.NullMarked;
