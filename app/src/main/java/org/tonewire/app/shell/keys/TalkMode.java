package org.tonewire.app.shell.keys;

/// The function of the talk key.
public enum TalkMode {
    OFF,
    /// Microphones are muted unless the key is held.
    HOLD,
    /// A press mutes or unmutes the microphones.
    TOGGLE
}
