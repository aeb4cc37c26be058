package org.tonewire.app.core.signaling;

/// Takes what the signaling channel tells, from one thread of the channel's: hand over and return.
@FunctionalInterface
public interface SignalingListener {
    void onEvent(SignalingEvent event);
}
