package org.tonewire.app.core.signaling;

/// Observer of the signaling channel. Called from the channel's thread: hand over and return.
@FunctionalInterface
public interface SignalingListener {
    void onEvent(SignalingEvent event);

    /// How many events wait to be handled. While there are too many, the channel reads nothing from
    /// its server. Any thread.
    default int waiting() {
        return 0;
    }
}
