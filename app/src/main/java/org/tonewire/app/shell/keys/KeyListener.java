package org.tonewire.app.shell.keys;

/// Observes a watched key, on a thread of the watch. Implementations must not block.
public interface KeyListener {
    void pressed();

    void released();

    /// The watch ended because of the system; nothing more is reported.
    void lost();
}
