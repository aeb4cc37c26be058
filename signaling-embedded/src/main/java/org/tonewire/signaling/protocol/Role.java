package org.tonewire.signaling.protocol;

import java.util.Locale;

/// What a participant of a room may do.
public enum Role implements WireName {
    /// Sends and listens.
    MEMBER,
    /// Listens only, and is not told of other guests.
    GUEST;

    @Override
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
