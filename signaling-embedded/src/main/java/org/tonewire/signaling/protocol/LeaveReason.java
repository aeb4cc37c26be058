package org.tonewire.signaling.protocol;

import java.util.Locale;

/// Why a participant left its room.
public enum LeaveReason implements WireName {
    /// It sent a leave message, or closed its connection.
    LEFT,
    /// Its connection broke and was not resumed within the grace time.
    LOST,
    /// A newer connection took over its id. The new participant is announced immediately after.
    REPLACED;

    @Override
    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
