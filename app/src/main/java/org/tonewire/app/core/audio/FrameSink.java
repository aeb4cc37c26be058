package org.tonewire.app.core.audio;

/// Takes one frame after another, always from the same audio thread. An implementation neither
/// blocks, locks, logs nor allocates, and throws nothing.
@FunctionalInterface
public interface FrameSink {
    /// @param frame [AudioFormat#FRAME_VALUES] interleaved values; the caller uses the array again
    ///   as soon as this returns, the callee may change it.
    void accept(float[] frame);
}
