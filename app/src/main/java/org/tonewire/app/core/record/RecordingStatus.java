package org.tonewire.app.core.record;

import java.nio.file.Path;
import java.util.List;

/// How it stands with the recording of a session.
public sealed interface RecordingStatus {
    /// Nothing is recorded: it did not begin.
    record Off() implements RecordingStatus {}

    /// @param losses what is missing up to now, in the order in which it was lost
    record Running(Path folder, List<TrackLoss> losses) implements RecordingStatus {
        public Running {
            losses = List.copyOf(losses);
        }

        public Running(Path folder) {
            this(folder, List.of());
        }
    }

    /// @param files how many tracks have a file
    /// @param losses what is missing
    record Ended(Path folder, int files, List<TrackLoss> losses) implements RecordingStatus {
        public Ended {
            losses = List.copyOf(losses);
        }

        public Ended(Path folder, int files) {
            this(folder, files, List.of());
        }
    }
}
