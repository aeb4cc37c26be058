package org.tonewire.signaling.protocol;

import java.util.Locale;

/// Why the server rejected a single message. The socket stays open.
public enum ErrorReason implements WireName {
    UNKNOWN_TYPE,
    MISSING_FIELD,
    WRONG_TYPE,
    INVALID_VALUE,
    UNKNOWN_TARGET,
    /// A known message that is not allowed in the present state of the connection.
    OUT_OF_ORDER,
    /// A guest sent what only members may send.
    NOT_ALLOWED;

    @Override
    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
