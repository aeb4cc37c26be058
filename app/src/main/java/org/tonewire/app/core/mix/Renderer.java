package org.tonewire.app.core.mix;

/// Renders the sound that a device plays next.
public interface Renderer {
    /// The most frames that may be asked for at once.
    int MAX_FRAMES = 1_024;

    /// Fills the first `frames` pairs of values. Called by the device's one thread; neither blocks
    /// nor allocates.
    void render(float[] interleaved, int frames);

    /// The device's clock went on by so many samples without asking for them. Same thread.
    default void skipped(long samples) {}
}
