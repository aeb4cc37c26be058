package org.tonewire.app.core.room;

import org.tonewire.app.core.audio.LevelMeter;

/// The state of a received track.
///
/// @param name as its owner named it
/// @param mutedByOwner whether its owner muted it
/// @param fader its fader here
/// @param meter the received level, before the fader; sampled at any rate
public record ReceivedTrackState(
        TrackKey key, String name, boolean mutedByOwner, Fader fader, LevelMeter meter) {
    /// @param gainDb -60 to +12
    /// @param pan -1 (left) to 1 (right)
    public record Fader(double gainDb, double pan, boolean muted, boolean solo) {
        public static final Fader UNITY = new Fader(0, 0, false, false);

        public Fader {
            gainDb = Math.clamp(gainDb, -60, 12);
            pan = Math.clamp(pan, -1, 1);
        }

        public Fader withGainDb(double gainDb) {
            return new Fader(gainDb, pan, muted, solo);
        }

        public Fader withPan(double pan) {
            return new Fader(gainDb, pan, muted, solo);
        }

        public Fader withMuted(boolean muted) {
            return new Fader(gainDb, pan, muted, solo);
        }

        public Fader withSolo(boolean solo) {
            return new Fader(gainDb, pan, muted, solo);
        }
    }
}
