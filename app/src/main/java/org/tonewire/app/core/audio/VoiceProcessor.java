package org.tonewire.app.core.audio;

/// Echo cancellation, noise suppression and gain control for one voice source. Owned by that
/// source's thread.
public interface VoiceProcessor extends AutoCloseable {
    /// Takes what this computer played in the same 10 ms, as the echo reference. Called before
    /// [#process(float[])], once for each frame of the reference.
    void playedHere(float[] frame);

    /// Processes the frame in place; afterwards both channels hold the same voice.
    void process(float[] frame);

    @Override
    void close();
}
