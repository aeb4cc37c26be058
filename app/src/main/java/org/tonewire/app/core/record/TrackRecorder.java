package org.tonewire.app.core.record;

/// Records tracks in a folder, one file each. A track that cannot be recorded is reported as a
/// [TrackLoss]; the others go on. Session thread.
public interface TrackRecorder extends AutoCloseable {
    /// Begins a file named after both. The names are not trusted: they may hold any characters.
    RecordedTrack begin(String participant, String track);

    /// Ends all files; waits until they are complete, 5 s at most, and reports those that are not.
    /// Idempotent.
    @Override
    void close();
}
