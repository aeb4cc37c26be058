package org.tonewire.app.core.peer;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.tonewire.app.core.room.ReceivedTrackState.Fader;
import org.tonewire.app.core.room.TrackKey;

/// The faders of all received tracks: sets their strips, solo included, and restores the fader of a
/// returning track. Somebody whose program was started again has another identity: then the names
/// of the participant and of the track decide, but for solo, which would silence everybody else for
/// somebody who only took a name. Session thread only.
public final class Faders {
    /// Bounds the memory for tracks that never return.
    private static final int MAX_SAVED = 256;

    private final Supplier<Collection<TrackChannel>> channels;
    private final Map<TrackKey, Fader> saved = new LinkedHashMap<>();
    private final Map<Names, Saved> savedByNames = new LinkedHashMap<>();

    private record Names(String participant, String track) {}

    /// The fader of a track that is gone.
    private record Saved(TrackKey key, Fader fader) {}

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
        savedByNames.values().removeIf(other -> other.key().equals(channel.key()));
        channel.set(fader == null ? Fader.UNITY : fader, false);
        apply();
    }

    /// The name of the track is known now.
    void restoreByNames(TrackChannel channel, String participant) {
        Names names = new Names(participant, channel.name());
        Saved earlier = savedByNames.get(names);
        if (earlier == null || earlier.key().participant().equals(channel.key().participant())) {
            return;
        }
        savedByNames.remove(names);
        if (channel.fader().equals(Fader.UNITY)) {
            channel.set(earlier.fader().withSolo(false), false);
            apply();
        }
    }

    void save(TrackChannel channel, String participant) {
        if (!channel.fader().equals(Fader.UNITY)) {
            Saved now = new Saved(channel.key(), channel.fader());
            put(saved, now.key(), now.fader());
            put(savedByNames, new Names(participant, channel.name()), now);
        }
        apply();
    }

    private static <K, V> void put(Map<K, V> faders, K key, V fader) {
        faders.put(key, fader);
        if (faders.size() > MAX_SAVED) {
            faders.remove(faders.keySet().iterator().next());
        }
    }

    private void apply() {
        Collection<TrackChannel> all = channels.get();
        boolean anySolo = all.stream().anyMatch(channel -> channel.fader().solo());
        all.forEach(channel -> channel.set(channel.fader(), anySolo));
    }
}
