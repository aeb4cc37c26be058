package org.tonewire.app.media.pace;

import java.util.Arrays;
import org.tonewire.app.core.source.SourcePosition;

/// Silence before the sound of a frame source: receivers' jitter buffers reach their depth during
/// it, which would stretch the first notes otherwise. Called by one pacing thread.
public final class LeadIn implements FrameSource {
    private final FrameSource frameSource;
    private int silentFrames;

    public LeadIn(int silentFrames, FrameSource frameSource) {
        this.silentFrames = silentFrames;
        this.frameSource = frameSource;
    }

    @Override
    public FrameResult next(float[] frame) {
        if (silentFrames > 0) {
            silentFrames--;
            Arrays.fill(frame, 0f);
            return FrameResult.FRAME;
        }
        return frameSource.next(frame);
    }

    @Override
    public boolean ready() {
        return silentFrames > 0 || frameSource.ready();
    }

    @Override
    public SourcePosition position() {
        return frameSource.position();
    }

    @Override
    public long gaps() {
        return frameSource.gaps();
    }

    @Override
    public int fasterPpm() {
        return frameSource.fasterPpm();
    }

    @Override
    public void close() {
        frameSource.close();
    }
}
