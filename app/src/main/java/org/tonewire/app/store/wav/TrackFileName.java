package org.tonewire.app.store.wav;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.text.Normalizer;
import org.tonewire.signaling.protocol.Truncation;

/// The file name of a recorded track: time, participant, track. The last two are untrusted, so they
/// must not leave the folder, contain forbidden characters or hide the file.
///
/// @param base the name without its extension; it starts with the time, so it is not a reserved
///   device name of Windows and does not start with a dot
record TrackFileName(String base) {
    /// The smallest limit of common file systems (eCryptfs; others have 255).
    static final int MAX_BYTES = 143;

    /// Maximum number of files with the same base name.
    static final int MAX_NUMBER = 9_999;

    private static final String ENDING = ".wav";
    private static final String NUMBERED = " (" + MAX_NUMBER + ")";
    private static final String BETWEEN = " - ";
    private static final String NOT_ALLOWED = "[^\\p{L}\\p{M}\\p{Nd} _-]";

    static TrackFileName of(String time, String participant, String track) {
        String start = time + " ";
        String who = plain(participant);
        String what = plain(track);
        int room =
                MAX_BYTES
                        - Truncation.utf8Length(start + BETWEEN)
                        - NUMBERED.length()
                        - ENDING.length();
        int whoBytes = Math.max(room / 2, room - Truncation.utf8Length(what));
        String shortWho = cut(who, whoBytes);
        String shortWhat = cut(what, room - Truncation.utf8Length(shortWho));
        return new TrackFileName(start + shortWho + BETWEEN + shortWhat);
    }

    /// The path of the file with this number; 1 adds no number to the name. If the system's
    /// character set cannot encode the name, it is reduced to ASCII.
    Path in(Path folder, int number) {
        String ending = number == 1 ? ENDING : " (" + number + ")" + ENDING;
        try {
            return folder.resolve(base + ending);
        } catch (InvalidPathException _) {
            return folder.resolve(base.replaceAll("[^ -~]", "_") + ending);
        }
    }

    private static String plain(String name) {
        return notEmpty(
                Normalizer.normalize(name, Normalizer.Form.NFC).replaceAll(NOT_ALLOWED, "_"));
    }

    private static String cut(String name, int maxBytes) {
        return notEmpty(Truncation.toUtf8Bytes(name, maxBytes));
    }

    private static String notEmpty(String name) {
        String stripped = name.strip();
        return stripped.isEmpty() ? "_" : stripped;
    }
}
