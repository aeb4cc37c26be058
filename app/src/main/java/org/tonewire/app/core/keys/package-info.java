/// Push to talk: which key opens the microphones, and the port by which it is heard.
@NullMarked
package org.tonewire.app.core.keys;

import org.jspecify.annotations.NullMarked;
