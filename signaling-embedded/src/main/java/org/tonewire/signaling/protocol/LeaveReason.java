package org.tonewire.signaling.protocol;

import java.util.Locale;

/// Why a participant is no longer in the room.
public enum LeaveReason implements WireName {
    /// It said so.
    LEFT,
    /// Its connection went and did not come back within the grace time.
    LOST,
    /// A newer connection took its id; the newcomer is announced right after.
    REPLACED;

    @Override
    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
