/// The key to talk by.
@NullMarked
package org.tonewire.app.shell.keys;

import org.jspecify.annotations.NullMarked;
