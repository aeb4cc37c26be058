package org.tonewire.signaling.protocol;

import java.util.Locale;

/// Why a server could not do what one message asked for; the socket stays open.
public enum ErrorReason implements WireName {
    UNKNOWN_TYPE,
    MISSING_FIELD,
    WRONG_TYPE,
    INVALID_VALUE,
    UNKNOWN_TARGET,
    /// Known, but not at this point of the conversation.
    OUT_OF_ORDER;

    @Override
    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
