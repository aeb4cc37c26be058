package org.tonewire.app.core.peer;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.tonewire.app.core.room.ReceivedTrackState.Fader;
import org.tonewire.app.core.room.TrackKey;

/// The faders of all received tracks: sets their strips, solo included, and restores the fader of a
/// returning track. Session thread only.
public final class Faders {
    /// Bounds the memory for tracks that never return.
    private static final int MAX_SAVED = 256;

    private final Supplier<Collection<TrackChannel>> channels;
    private final Map<TrackKey, Fader> saved = new LinkedHashMap<>();

    Faders(Supplier<Collection<TrackChannel>> channels) {
        this.channels = channels;
    }

    /// @return whether there is such a track
    public boolean change(TrackKey key, UnaryOperator<Fader> change) {
        for (TrackChannel channel : channels.get()) {
            if (channel.key().equals(key)) {
                channel.set(change.apply(channel.fader()), false);
                apply();
                return true;
            }
        }
        return false;
    }

    void restore(TrackChannel channel) {
        Fader fader = saved.remove(channel.key());
        channel.set(fader == null ? Fader.UNITY : fader, false);
        apply();
    }

    void save(TrackChannel channel) {
        if (!channel.fader().equals(Fader.UNITY)) {
            saved.put(channel.key(), channel.fader());
            if (saved.size() > MAX_SAVED) {
                saved.remove(saved.keySet().iterator().next());
            }
        }
        apply();
    }

    private void apply() {
        Collection<TrackChannel> all = channels.get();
        boolean anySolo = all.stream().anyMatch(channel -> channel.fader().solo());
        all.forEach(channel -> channel.set(channel.fader(), anySolo));
    }
}
