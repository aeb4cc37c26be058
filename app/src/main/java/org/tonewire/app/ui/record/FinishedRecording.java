package org.tonewire.app.ui.record;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.tonewire.app.core.record.TrackLoss;

/// A finished recording.
///
/// @param files one per track
/// @param losses what is missing
public record FinishedRecording(Path folder, int files, Duration length, List<TrackLoss> losses) {
    public FinishedRecording {
        losses = List.copyOf(losses);
    }

    /// The names of incomplete tracks, each once.
    static String titles(List<TrackLoss> losses) {
        return losses.stream().map(TrackLoss::title).distinct().collect(Collectors.joining(", "));
    }
}
