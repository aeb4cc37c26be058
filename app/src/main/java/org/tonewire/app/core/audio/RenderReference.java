package org.tonewire.app.core.audio;

/// The latest sound that this computer played, for echo cancellation, in frames of 10 ms: one
/// writer (the thread that pulls the mixer), any number of readers, no waiting on either side. A
/// reader that falls too far behind loses the oldest frames.
public final class RenderReference {
    private static final int SLOTS = 64;
    private static final int MAX_BEHIND = SLOTS / 2;

    private final float[][] frames = new float[SLOTS][AudioFormat.FRAME_VALUES];
    private volatile long written;

    /// The thread that pulls the mixer only; copies the frame.
    public void write(float[] frame) {
        long index = written;
        System.arraycopy(frame, 0, frames[(int) (index % SLOTS)], 0, frame.length);
        written = index + 1;
    }

    /// Makes a reader for one voice source; it starts with the next frame.
    public Reader reader() {
        return new Reader();
    }

    /// Owned by one source's thread.
    public final class Reader {
        private long position = written;

        private Reader() {}

        /// Copies the next frame, if there is one.
        boolean next(float[] into) {
            long end = written;
            if (position >= end) {
                return false;
            }
            position = Math.max(position, end - MAX_BEHIND);
            System.arraycopy(frames[(int) (position % SLOTS)], 0, into, 0, into.length);
            position++;
            return true;
        }
    }
}
