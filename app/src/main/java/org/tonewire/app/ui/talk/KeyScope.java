package org.tonewire.app.ui.talk;

/// Where the talk key is heard.
public enum KeyScope {
    EVERYWHERE,
    /// While the window is in front: this system allows no more.
    WINDOW,
    /// While the window is in front: another program has the key, or the keyboard has none.
    TAKEN
}
