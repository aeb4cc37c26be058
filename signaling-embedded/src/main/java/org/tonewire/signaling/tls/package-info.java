/// The certificate of a server: self-signed and kept in a file, or read from PEM files.
@NullMarked
package org.tonewire.signaling.tls;

import org.jspecify.annotations.NullMarked;
