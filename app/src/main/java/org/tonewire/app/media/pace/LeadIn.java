package org.tonewire.app.media.pace;

import java.util.Arrays;
import org.tonewire.app.core.source.SourcePosition;

/// Silence before the sound of a supply: listeners' buffers find their depth in it, which would
/// stretch the first notes otherwise. Asked by one pacing thread.
public final class LeadIn implements FrameSupply {
    private final FrameSupply supply;
    private int silentFrames;

    public LeadIn(int silentFrames, FrameSupply supply) {
        this.silentFrames = silentFrames;
        this.supply = supply;
    }

    @Override
    public Supply next(float[] frame) {
        if (silentFrames > 0) {
            silentFrames--;
            Arrays.fill(frame, 0f);
            return Supply.FRAME;
        }
        return supply.next(frame);
    }

    @Override
    public boolean ready() {
        return silentFrames > 0 || supply.ready();
    }

    @Override
    public SourcePosition position() {
        return supply.position();
    }

    @Override
    public long gaps() {
        return supply.gaps();
    }

    @Override
    public int fasterPpm() {
        return supply.fasterPpm();
    }

    @Override
    public void close() {
        supply.close();
    }
}
