package org.tonewire.app.store.wav;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.text.Normalizer;
import org.tonewire.signaling.protocol.Truncation;

/// The name of a track's file: time, participant, track. The last two come from strangers, so
/// nothing in them may lead out of the folder, be refused by a file system or hide what it is.
///
/// @param base the name without its ending; it begins with the time, so that it is none of the
///   names that Windows keeps for devices and has no dot in front
record TrackFileName(String base) {
    /// The shortest limit of the usual file systems (eCryptfs; others have 255).
    static final int MAX_BYTES = 143;

    /// How many files may have the same name but for a number.
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

    /// The place of the file of that number in a folder: 1 has no number in its name. Where the
    /// system's character set has no room for the name, it is made of ASCII.
    Path in(Path folder, int number) {
        String ending = number == 1 ? ENDING : " (" + number + ")" + ENDING;
        try {
            return folder.resolve(base + ending);
        } catch (InvalidPathException _) {
            return folder.resolve(base.replaceAll("[^ -~]", "_") + ending);
        }
    }

    private static String plain(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFC).replaceAll(NOT_ALLOWED, "_");
    }

    private static String cut(String name, int maxBytes) {
        String cut = Truncation.toUtf8Bytes(name.strip(), maxBytes).strip();
        return cut.isEmpty() ? "_" : cut;
    }
}
