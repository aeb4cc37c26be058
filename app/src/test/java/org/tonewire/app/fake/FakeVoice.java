package org.tonewire.app.fake;

import org.tonewire.app.core.audio.AudioFormat;
import org.tonewire.app.core.audio.VoiceProcessor;

/// Voice processing that makes both sides the same and nothing else.
public final class FakeVoice implements VoiceProcessor {
    private boolean closed;

    public boolean isClosed() {
        return closed;
    }

    @Override
    public void playedHere(float[] frame) {}

    @Override
    public void process(float[] frame) {
        if (closed) {
            return;
        }
        for (int i = 0; i < AudioFormat.FRAME_SAMPLES; i++) {
            float both = (frame[2 * i] + frame[2 * i + 1]) / 2;
            frame[2 * i] = both;
            frame[2 * i + 1] = both;
        }
    }

    @Override
    public void close() {
        closed = true;
    }
}
