package org.tonewire.signaling.tls;

import java.nio.file.Path;

/// The certificate of the server cannot be read or created. The message names the file and the
/// reason.
public final class IdentityException extends Exception {
    private static final long serialVersionUID = 1;

    private final transient Path file;

    /// @param message for the log: the fault, with the file
    IdentityException(Path file, String message) {
        super(message);
        this.file = file;
    }

    IdentityException(Path file, String message, Throwable cause) {
        super(message, cause);
        this.file = file;
    }

    /// The file or folder that cannot be used.
    public Path file() {
        return file;
    }
}
