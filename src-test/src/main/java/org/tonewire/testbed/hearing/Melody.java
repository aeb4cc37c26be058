package org.tonewire.testbed.hearing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tonewire.testbed.sound.Signals;
import org.tonewire.testbed.sound.StereoSound;
import org.tonewire.testbed.sound.ToneMeter;

/// Six notes of a second each, upwards on the left and downwards on the right, played again and
/// again: what is left out, repeated or in the wrong place is a wrong order of notes, however late
/// it comes.
public final class Melody {
    private static final double[] NOTES_HZ = {403, 557, 761, 1_049, 1_433, 1_951};
    private static final Duration NOTE = Duration.ofSeconds(1);
    private static final Duration PIECE = Duration.ofMillis(100);
    private static final double CLEARLY_DB = 20;

    private Melody() {}

    /// One round.
    public static StereoSound round(double peakDbfs) {
        int note = Math.toIntExact(NOTE.toSeconds() * Signals.RATE_HZ);
        float[] left = new float[note * NOTES_HZ.length];
        float[] right = new float[left.length];
        for (int i = 0; i < NOTES_HZ.length; i++) {
            StereoSound both = Signals.tones(NOTES_HZ[i], NOTES_HZ[mirrored(i)], peakDbfs, NOTE);
            System.arraycopy(both.left(), 0, left, i * note, note);
            System.arraycopy(both.right(), 0, right, i * note, note);
        }
        return new StereoSound(left, right, Signals.RATE_HZ);
    }

    private static int mirrored(int note) {
        return NOTES_HZ.length - 1 - note;
    }

    /// The notes of a recording, in order, by their number. A tenth of a second counts where one
    /// note is clear on the left, at its level, and its mirror on the right; where the machine
    /// stood still none is.
    public static List<Integer> notes(StereoSound heard, double peakDbfs) {
        List<Integer> notes = new ArrayList<>();
        for (long at = 0; (at + 1) * PIECE.toNanos() <= heard.seconds() * 1e9; at++) {
            clearNote(heard.part(PIECE.multipliedBy(at), PIECE), peakDbfs)
                    .filter(note -> notes.isEmpty() || !note.equals(notes.getLast()))
                    .ifPresent(notes::add);
        }
        return List.copyOf(notes);
    }

    private static Optional<Integer> clearNote(StereoSound piece, double peakDbfs) {
        Optional<Integer> left = clearNote(piece.left(), peakDbfs);
        Optional<Integer> right = clearNote(piece.right(), peakDbfs).map(Melody::mirrored);
        return left.filter(note -> right.isPresent() && note.equals(right.get()));
    }

    private static Optional<Integer> clearNote(float[] channel, double peakDbfs) {
        int loudest = 0;
        double most = Double.NEGATIVE_INFINITY;
        double next = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < NOTES_HZ.length; i++) {
            double level = ToneMeter.levelDbfs(channel, Signals.RATE_HZ, NOTES_HZ[i]);
            if (level > most) {
                next = most;
                most = level;
                loudest = i;
            } else {
                next = Math.max(next, level);
            }
        }
        boolean isClear = most - next > CLEARLY_DB && Math.abs(most - peakDbfs) < 1;
        return isClear ? Optional.of(loudest) : Optional.empty();
    }

    /// True if the last `count` steps all went to the note that follows.
    public static boolean isInOrder(List<Integer> notes, int count) {
        for (int i = notes.size() - count; i < notes.size(); i++) {
            if (i < 1 || notes.get(i) != (notes.get(i - 1) + 1) % NOTES_HZ.length) {
                return false;
            }
        }
        return true;
    }
}
