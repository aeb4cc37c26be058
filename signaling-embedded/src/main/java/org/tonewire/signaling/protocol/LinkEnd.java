package org.tonewire.signaling.protocol;

import java.util.Locale;

/// One of the two ends of a link: its owner sends tracks and offers, its receiver answers.
public enum LinkEnd implements WireName {
    OWNER,
    RECEIVER;

    @Override
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
