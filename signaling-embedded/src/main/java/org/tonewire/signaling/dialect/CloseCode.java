package org.tonewire.signaling.dialect;

/// The status codes with which the server closes a WebSocket (RFC 6455, section 7.4; 4000 and above
/// are private).
public enum CloseCode {
    NORMAL(1000),
    GOING_AWAY(1001),
    UNSUPPORTED_DATA(1003),
    NOT_UNDERSTOOD(1007),
    POLICY(1008),
    TOO_BIG(1009),
    TRY_AGAIN_LATER(1013),
    REPLACED(4001),
    KEY_CHANGED(4002);

    private final int number;

    CloseCode(int number) {
        this.number = number;
    }

    public int number() {
        return number;
    }
}
