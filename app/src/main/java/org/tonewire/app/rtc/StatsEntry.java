package org.tonewire.app.rtc;

import dev.onvoid.webrtc.RTCStats;
import java.util.Objects;

/// One object of a statistics report; absent members read as empty or zero.
record StatsEntry(RTCStats stats) {
    String id() {
        return stats.getId();
    }

    String text(String name) {
        return Objects.toString(stats.getAttributes().get(name), "");
    }

    long count(String name) {
        return stats.getAttributes().get(name) instanceof Number value ? value.longValue() : 0;
    }

    double number(String name, double absent) {
        return stats.getAttributes().get(name) instanceof Number value
                ? value.doubleValue()
                : absent;
    }
}
