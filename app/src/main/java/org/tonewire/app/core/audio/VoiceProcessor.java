package org.tonewire.app.core.audio;

/// Echo cancelling, noise suppression and gain control for one voice source. Owned by that source's
/// thread.
public interface VoiceProcessor extends AutoCloseable {
    /// What this computer played in the same 10 ms, as the echo to look for. Called before
    /// [#process(float[])], once for each frame of the reference.
    void playedHere(float[] frame);

    /// Cleans the frame in place; both channels hold the same voice after.
    void process(float[] frame);

    @Override
    void close();
}
