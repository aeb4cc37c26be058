package org.tonewire.app.shell.keys;

/// Port: watches one key in all programs, and no other key.
public interface GlobalKeys {
    /// The system does not support global keys.
    GlobalKeys NONE =
            new GlobalKeys() {
                @Override
                public boolean possible() {
                    return false;
                }

                @Override
                public KeyWatchOutcome watch(TalkKey key, KeyListener listener) {
                    return new KeyWatchOutcome.Refused(KeyWatchOutcome.Refusal.NOT_HERE);
                }
            };

    /// Whether the system supports global keys at all. Returns at once.
    boolean possible();

    /// Grabs the key until the watch is closed; other programs do not receive it. Blocks for a
    /// moment.
    KeyWatchOutcome watch(TalkKey key, KeyListener listener);
}
