package org.tonewire.app.ui.participants;

import org.tonewire.app.core.link.LinkState;
import org.tonewire.app.text.Wording;

/// The connection state with a participant: the worse of both directions.
public enum LinkStatus {
    CONNECTED("good"),
    CONNECTING("busy"),
    RECONNECTING("busy"),
    UNREACHABLE("bad");

    private final String tone;

    LinkStatus(String tone) {
        this.tone = tone;
    }

    static LinkStatus of(LinkState receiveState, LinkState sendState) {
        LinkStatus in = of(receiveState);
        LinkStatus out = of(sendState);
        return in.compareTo(out) > 0 ? in : out;
    }

    /// The style class.
    String tone() {
        return tone;
    }

    /// @param path the candidate types of both ends, like `host-relay`; empty while unknown
    String words(String name, String path, Wording wording) {
        return switch (this) {
            case CONNECTED -> connected(path, wording);
            case CONNECTING -> wording.text("person.connecting");
            case RECONNECTING -> wording.text("person.reconnecting");
            case UNREACHABLE -> wording.text("person.unreachable", name);
        };
    }

    private static String connected(String path, Wording wording) {
        if (path.isEmpty()) {
            return wording.text("person.connected");
        }
        return wording.text(path.contains("relay") ? "person.relayed" : "person.direct");
    }

    private static LinkStatus of(LinkState state) {
        return switch (state) {
            case CONNECTED -> CONNECTED;
            case CONNECTING -> CONNECTING;
            case DISCONNECTED -> RECONNECTING;
            case FAILED, CLOSED -> UNREACHABLE;
        };
    }
}
