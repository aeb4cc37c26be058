package org.tonewire.app.shell.keys;

/// Told of the one key by a thread of the watch's: hand over and return.
public interface KeyListener {
    void pressed();

    void released();

    /// The system gave up: nothing more will be told.
    void lost();
}
