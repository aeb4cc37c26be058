package org.tonewire.app.core.peer;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.tonewire.app.core.room.ReceivedTrackState.Fader;
import org.tonewire.app.core.room.TrackKey;

/// The faders of all received tracks: sets their strips, solo included, and restores the fader of a
/// returning track. Somebody whose program was started again has another identity: then the names
/// of the participant and of the track decide, also while the identity before is still in the room
/// without a path; but for solo, which would silence everybody else for somebody who only took a
/// name. Session thread only.
public final class Faders {
    /// Bounds the memory for tracks that never return.
    private static final int MAX_SAVED = 256;

    private final Supplier<Collection<TrackChannel>> channels;
    private final Function<String, Collection<TrackChannel>> withoutPath;
    private final Map<TrackKey, Fader> saved = new LinkedHashMap<>();
    private final Map<Names, Saved> savedByNames = new LinkedHashMap<>();

    private record Names(String participant, String track) {}

    /// The fader of a track that is gone.
    private record Saved(TrackKey key, Fader fader) {}

    /// @param withoutPath the tracks of those participants of a name from whom no packets come
    Faders(
            Supplier<Collection<TrackChannel>> channels,
            Function<String, Collection<TrackChannel>> withoutPath) {
        this.channels = channels;
        this.withoutPath = withoutPath;
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

    /// The names of a track and of its participant are known now.
    void restoreByNames(TrackChannel channel, String participant) {
        Optional<Fader> earlier =
                withoutPath.apply(participant).stream()
                        .filter(other -> isOfAnother(other.key(), channel))
                        .filter(other -> other.name().equals(channel.name()))
                        .map(TrackChannel::fader)
                        .reduce((_, newest) -> newest)
                        .or(() -> takeSaved(channel, participant));
        if (earlier.isPresent() && channel.fader().equals(Fader.UNITY)) {
            channel.set(earlier.get().withSolo(false), false);
            apply();
        }
    }

    private Optional<Fader> takeSaved(TrackChannel channel, String participant) {
        Names names = new Names(participant, channel.name());
        Saved earlier = savedByNames.get(names);
        if (earlier == null || !isOfAnother(earlier.key(), channel)) {
            return Optional.empty();
        }
        savedByNames.remove(names);
        return Optional.of(earlier.fader());
    }

    private static boolean isOfAnother(TrackKey key, TrackChannel channel) {
        return !key.participant().equals(channel.key().participant());
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
