package org.tonewire.app.ui.side;

import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.collections.ObservableList;
import org.tonewire.app.core.link.Direction;
import org.tonewire.app.core.link.TrackId;
import org.tonewire.app.core.room.LocalSource;
import org.tonewire.app.core.room.MessageStats;
import org.tonewire.app.core.room.ReceivedTrackState;
import org.tonewire.app.core.room.RemoteParticipant;
import org.tonewire.app.core.room.SessionEvent;
import org.tonewire.app.core.room.SessionSnapshot;
import org.tonewire.app.core.room.SoundStats;
import org.tonewire.app.core.room.SoundStats.QueueStats;
import org.tonewire.app.core.room.TrackKey;
import org.tonewire.app.core.room.TrackStats;
import org.tonewire.app.core.source.SourceId;
import org.tonewire.app.ui.model.LiveList;
import org.tonewire.signaling.protocol.key.IdentityKey;

/// Statistics of all tracks, sent and received, and of this computer's audio. FX thread.
public final class StatsViewModel {
    private final Supplier<SessionSnapshot> session;
    private final LiveList<Key, TrackStats, TrackStatsModel> tracks;

    private final ReadOnlyObjectWrapper<SoundStats> sound =
            new ReadOnlyObjectWrapper<>(SoundStats.NONE);
    private final ReadOnlyObjectWrapper<MessageStats> refused =
            new ReadOnlyObjectWrapper<>(MessageStats.NONE);

    private record Key(IdentityKey participant, TrackId track, Direction direction) {}

    public StatsViewModel(Supplier<SessionSnapshot> session) {
        this.session = session;
        this.tracks =
                new LiveList<>(
                        f -> new Key(f.participant(), f.track(), f.direction()),
                        this::create,
                        TrackStatsModel::show);
    }

    public void show(SessionEvent.StatsCollected now) {
        refused.set(now.refused());
        sound.set(now.sound());
        tracks.show(now.tracks());
    }

    /// What was refused of what came in the names of other participants.
    public ReadOnlyObjectProperty<MessageStats> refused() {
        return refused.getReadOnlyProperty();
    }

    /// Statistics of sources and playback on this computer.
    public ReadOnlyObjectProperty<SoundStats> sound() {
        return sound.getReadOnlyProperty();
    }

    /// The playback queue of a received track, if there is one.
    ObservableValue<Optional<QueueStats>> queue(TrackStatsModel track) {
        TrackStats stats = track.stats().get();
        TrackKey key = new TrackKey(stats.participant(), stats.track());
        return sound.map(
                now -> now.queues().stream().filter(q -> q.track().equals(key)).findFirst());
    }

    /// The name of a local source; its id if it is gone.
    String sourceName(SourceId id) {
        return session.get().sources().stream()
                .filter(source -> source.id().equals(id))
                .map(LocalSource::name)
                .filter(name -> !name.isEmpty())
                .findFirst()
                .orElse(id.value());
    }

    public ObservableList<TrackStatsModel> tracks() {
        return tracks.models();
    }

    private TrackStatsModel create(TrackStats stats) {
        SessionSnapshot now = session.get();
        String person = others(now, stats).map(RemoteParticipant::name).findFirst().orElse("");
        Stream<String> names =
                switch (stats.direction()) {
                    case SEND -> sent(now, stats.track());
                    case RECEIVE -> others(now, stats).flatMap(p -> received(p, stats));
                };
        return new TrackStatsModel(stats, person, names.findFirst().orElse(stats.track().value()));
    }

    private static Stream<RemoteParticipant> others(SessionSnapshot now, TrackStats stats) {
        return now.participants().stream().filter(p -> p.id().equals(stats.participant()));
    }

    private static Stream<String> sent(SessionSnapshot now, TrackId track) {
        return now.sources().stream()
                .filter(source -> source.id().value().equals(track.value()))
                .map(LocalSource::name);
    }

    private static Stream<String> received(RemoteParticipant person, TrackStats stats) {
        return person.tracks().stream()
                .filter(track -> track.key().track().equals(stats.track()))
                .map(ReceivedTrackState::name);
    }
}
