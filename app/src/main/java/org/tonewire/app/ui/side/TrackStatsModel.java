package org.tonewire.app.ui.side;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.tonewire.app.core.room.TrackStats;

/// The latest statistics of a track, with the names of participant and track. FX thread.
public final class TrackStatsModel {
    private final ReadOnlyObjectWrapper<TrackStats> stats;
    private final String person;
    private final String track;

    TrackStatsModel(TrackStats stats, String person, String track) {
        this.stats = new ReadOnlyObjectWrapper<>(stats);
        this.person = person;
        this.track = track;
    }

    void show(TrackStats now) {
        stats.set(now);
    }

    public ReadOnlyObjectProperty<TrackStats> stats() {
        return stats.getReadOnlyProperty();
    }

    public String person() {
        return person;
    }

    public String track() {
        return track;
    }
}
