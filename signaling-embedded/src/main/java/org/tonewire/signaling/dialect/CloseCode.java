package org.tonewire.signaling.dialect;

/// Why a WebSocket is closed, in numbers (RFC 6455, section 7.4; 4000 and above are ours).
public enum CloseCode {
    NORMAL(1000),
    GOING_AWAY(1001),
    UNSUPPORTED_DATA(1003),
    NOT_UNDERSTOOD(1007),
    POLICY(1008),
    TOO_BIG(1009),
    TRY_AGAIN_LATER(1013),
    REPLACED(4001);

    private final int number;

    CloseCode(int number) {
        this.number = number;
    }

    public int number() {
        return number;
    }
}
