package org.tonewire.app.ui.talk;

/// Where the talk key works.
public enum KeyScope {
    EVERYWHERE,
    /// Only while the window is in front: the system supports no more.
    WINDOW,
    /// Only while the window is in front: another program has grabbed the key, or the keyboard
    /// lacks it.
    TAKEN
}
