/// The server's certificate: made at run time and kept, or read from files.
@NullMarked
package org.tonewire.signaling.tls;

import org.jspecify.annotations.NullMarked;
