package org.tonewire.app.core.record;

/// Keeps tracks in a folder, one file each. A track that cannot be kept is told as a [TrackLoss];
/// the others go on. Session thread.
public interface TrackRecorder extends AutoCloseable {
    /// Begins a file that is named after both, whatever they hold: names come from strangers.
    RecordedTrack begin(String participant, String track);

    /// Ends all files; waits until they are whole, 5 s at most, and tells of those that are not.
    /// Idempotent.
    @Override
    void close();
}
