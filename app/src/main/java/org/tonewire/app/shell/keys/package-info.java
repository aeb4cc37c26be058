/// Push to talk: the talk key, and the port that watches it.
@NullMarked
package org.tonewire.app.shell.keys;

import org.jspecify.annotations.NullMarked;
