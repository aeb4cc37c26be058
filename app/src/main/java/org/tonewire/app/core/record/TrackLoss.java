package org.tonewire.app.core.record;

import org.tonewire.app.core.problem.Problem;

/// What of one track is missing in a recording. The other tracks go on.
///
/// @param participant whose track it is
/// @param track its name
/// @param problem why, in words that name the track or its file
public record TrackLoss(String participant, String track, Part part, Problem problem) {
    public enum Part {
        /// There is no file.
        WHOLE,
        /// The file ends early; it plays to there.
        REST,
        /// The file has silence where sound was.
        GAPS
    }

    /// The track as a person would name it.
    public String title() {
        return title(participant, track);
    }

    public static String title(String participant, String track) {
        return participant + " – " + track;
    }
}
