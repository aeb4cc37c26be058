package org.tonewire.app.shell.keys;

/// Settings of push to talk.
public record TalkSettings(TalkMode mode, TalkKey key) {
    public static final TalkSettings DEFAULT = new TalkSettings(TalkMode.OFF, TalkKey.DEFAULT);

    public TalkSettings withMode(TalkMode changed) {
        return new TalkSettings(changed, key);
    }

    public TalkSettings withKey(TalkKey changed) {
        return new TalkSettings(mode, changed);
    }
}
