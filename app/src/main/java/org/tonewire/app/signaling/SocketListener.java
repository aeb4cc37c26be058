package org.tonewire.app.signaling;

import org.tonewire.app.core.problem.Problem;

/// Told what one WebSocket does, from threads of the WebSocket library: hand over and return.
interface SocketListener {
    void opened();

    void received(String text);

    /// The last call.
    ///
    /// @param code RFC 6455 section 7.4; 1006 when it broke off
    void closed(int code);

    /// It could not be opened; the last call.
    void unreachable(Problem problem);
}
