package org.tonewire.signaling.tls;

/// The certificate of the server cannot be read or created. The message names the file and the
/// reason.
public final class IdentityException extends Exception {
    private static final long serialVersionUID = 1;

    IdentityException(String message) {
        super(message);
    }

    IdentityException(String message, Throwable cause) {
        super(message, cause);
    }
}
