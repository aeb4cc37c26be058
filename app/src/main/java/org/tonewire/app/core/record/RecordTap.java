package org.tonewire.app.core.record;

import org.jspecify.annotations.Nullable;
import org.tonewire.app.core.audio.FrameSink;

/// Passes frames on, and copies them to a recording while there is one. Frames come from one audio
/// thread; the session thread sets the recording.
public final class RecordTap implements FrameSink {
    private final FrameSink next;
    private volatile @Nullable RecordedTrack recording;

    public RecordTap(FrameSink next) {
        this.next = next;
    }

    @Override
    public void accept(float[] frame, long position) {
        RecordedTrack current = recording;
        if (current != null) {
            current.accept(frame, position);
        }
        next.accept(frame, position);
    }

    public boolean isRecording() {
        return recording != null;
    }

    public void begin(RecordedTrack track) {
        end();
        recording = track;
    }

    public void end() {
        RecordedTrack current = recording;
        recording = null;
        if (current != null) {
            current.close();
        }
    }
}
