package org.tonewire.app.core.audio;

/// Takes one frame after another, always from the same audio thread. An implementation neither
/// blocks, locks, logs nor allocates, and throws nothing.
@FunctionalInterface
public interface FrameSink {
    /// @param frame [AudioFormat#FRAME_VALUES] interleaved values; the caller uses the array again
    ///   as soon as this returns, the callee may change it.
    /// @param position the frame's place in the clock of its stream: the index of its first sample,
    ///   counted per channel at 48 kHz since the stream began (0, 480, 960, …). A jump forward
    ///   means that the sound between is missing. A position that goes back means that the stream
    ///   began again.
    void accept(float[] frame, long position);
}
