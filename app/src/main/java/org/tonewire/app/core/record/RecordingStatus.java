package org.tonewire.app.core.record;

import java.nio.file.Path;
import java.util.List;

/// The state of a session's recording.
public sealed interface RecordingStatus {
    /// Nothing is recorded, as the recording could not begin.
    record Off() implements RecordingStatus {}

    /// @param losses what is missing so far, in the order of the losses
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
