package org.tonewire.app.shell.keys;

/// Hears one key wherever the focus is, and no other.
public interface GlobalKeys {
    /// This system lets no program do that.
    GlobalKeys NONE =
            new GlobalKeys() {
                @Override
                public boolean possible() {
                    return false;
                }

                @Override
                public KeyWatching watch(TalkKey key, KeyListener listener) {
                    return new KeyWatching.Refused(KeyWatching.Refusal.NOT_HERE);
                }
            };

    /// Whether this system lets programs do that at all; quickly said.
    boolean possible();

    /// Takes the key from all other programs until the watch is closed. Blocks for a moment.
    KeyWatching watch(TalkKey key, KeyListener listener);
}
