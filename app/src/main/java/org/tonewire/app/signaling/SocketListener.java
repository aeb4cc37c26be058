package org.tonewire.app.signaling;

/// Takes what a socket tells, from threads of Tyrus's or a virtual one: hand over and return.
interface SocketListener {
    void opened();

    void text(String text);

    /// The server showed that it lives.
    void alive();

    /// It did not open. Told at most once, and nothing after it.
    void failed(Throwable cause);

    /// It was closed from the other side, or broke. Told at most once, and nothing after it.
    void closed(int code);
}
