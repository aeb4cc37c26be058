package org.tonewire.signaling.server.hub;

import org.tonewire.signaling.protocol.RefusalReason;

/// A room refused a peer. Becomes an HTTP response.
final class RefusedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final RefusalReason reason;

    RefusedException(RefusalReason reason) {
        super(reason.wireName(), null, false, false);
        this.reason = reason;
    }

    RefusalReason reason() {
        return reason;
    }
}
