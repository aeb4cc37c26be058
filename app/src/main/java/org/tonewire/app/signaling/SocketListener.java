package org.tonewire.app.signaling;

/// Observer of a socket. Called from Tyrus' threads or a virtual one: hand over and return.
interface SocketListener {
    void opened();

    void text(String text);

    /// A pong or a message arrived.
    void alive();

    /// It did not open. Told at most once, and nothing after it.
    void failed(Throwable cause);

    /// It was closed from the other side, or broke. Told at most once, and nothing after it.
    void closed(int code);
}
