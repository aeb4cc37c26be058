package org.tonewire.app.core.record;

/// Keeps tracks in a folder, one file each. Session thread.
public interface TrackRecorder extends AutoCloseable {
    /// Begins a file that is named after both.
    RecordedTrack begin(String participant, String track);

    /// Ends all files; waits until they are whole, 5 s at most. Idempotent.
    @Override
    void close();
}
