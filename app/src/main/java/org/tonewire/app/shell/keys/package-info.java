/// Push to talk: which key opens the microphones, and the port by which it is heard.
@NullMarked
package org.tonewire.app.shell.keys;

import org.jspecify.annotations.NullMarked;
