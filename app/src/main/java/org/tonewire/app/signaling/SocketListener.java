package org.tonewire.app.signaling;

/// Observer of a socket. Called on the socket's virtual threads, `signaling-connect` until it is
/// open and `signaling-read` from then on; must return at once.
interface SocketListener {
    void opened();

    /// Whether it takes a text now. Until then the socket reads no further, so that a server that
    /// sends too much has to wait. Asked again and again.
    boolean isReady();

    void text(String text);

    /// A pong or a message arrived.
    void alive();

    /// The socket did not open. Called at most once, and nothing is called after it.
    void failed(Throwable cause);

    /// The socket was closed by the remote side, or failed. Called at most once, and nothing is
    /// called after it.
    void closed(int code);
}
