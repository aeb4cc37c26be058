package org.tonewire.signaling.tls;

/// The server's certificate could not be read or made; the message says which file and why.
public final class IdentityException extends Exception {
    private static final long serialVersionUID = 1;

    IdentityException(String message) {
        super(message);
    }

    IdentityException(String message, Throwable cause) {
        super(message, cause);
    }
}
