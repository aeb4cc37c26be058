package org.tonewire.app.ui.record;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.tonewire.app.core.record.TrackLoss;

/// What came of a recording.
///
/// @param files one a track
/// @param losses what is missing
public record Recorded(Path folder, int files, Duration length, List<TrackLoss> losses) {
    public Recorded {
        losses = List.copyOf(losses);
    }

    /// The tracks that something is missing of, each once.
    static String titles(List<TrackLoss> losses) {
        return losses.stream().map(TrackLoss::title).distinct().collect(Collectors.joining(", "));
    }
}
