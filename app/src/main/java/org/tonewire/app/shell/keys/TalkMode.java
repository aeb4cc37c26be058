package org.tonewire.app.shell.keys;

/// What the talk key does.
public enum TalkMode {
    OFF,
    /// Microphones are silent but while it is held.
    HOLD,
    /// A press mutes or unmutes the microphones.
    TOGGLE
}
