package org.tonewire.app.core.mix;

/// Renders the sound that a device plays next.
public interface Renderer {
    /// The most samples per channel that may be asked for at once.
    int MAX_SAMPLES = 1_024;

    /// Fills the first `samples` pairs of values. Called by the device's one thread; neither blocks
    /// nor allocates.
    ///
    /// @param samples per channel
    void render(float[] interleaved, int samples);

    /// The device's clock went on by so many samples without asking for them. Same thread.
    default void skipped(long samples) {}
}
