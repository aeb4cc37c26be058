package org.tonewire.app.core.signaling;

/// Observer of the signaling channel. Called from the channel's thread: hand over and return.
@FunctionalInterface
public interface SignalingListener {
    void onEvent(SignalingEvent event);
}
