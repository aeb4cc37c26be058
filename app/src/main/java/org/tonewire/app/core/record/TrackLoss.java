package org.tonewire.app.core.record;

import org.tonewire.app.core.problem.Problem;

/// A part of one track that is missing in a recording. The other tracks go on.
///
/// @param participant whose track it is
/// @param track its name
/// @param problem the reason; its subject names the track or its file
public record TrackLoss(String participant, String track, Part part, Problem problem) {
    public enum Part {
        /// There is no file.
        WHOLE,
        /// The file ends early, and plays up to there.
        REST,
        /// The file has silence where sound was.
        GAPS
    }

    /// The track's name for people.
    public String title() {
        return title(participant, track);
    }

    public static String title(String participant, String track) {
        return participant + " – " + track;
    }
}
