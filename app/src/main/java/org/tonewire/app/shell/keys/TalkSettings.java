package org.tonewire.app.shell.keys;

/// What a person chose for talking by a key.
public record TalkSettings(TalkMode mode, TalkKey key) {
    public static final TalkSettings DEFAULT = new TalkSettings(TalkMode.OFF, TalkKey.DEFAULT);

    public TalkSettings withMode(TalkMode changed) {
        return new TalkSettings(changed, key);
    }

    public TalkSettings withKey(TalkKey changed) {
        return new TalkSettings(mode, changed);
    }
}
