package org.tonewire.app.ui.side;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.tonewire.app.core.room.TrackStats;

/// The latest statistics of a track, with the names of participant and track. FX thread.
public final class TrackStatsModel {
    private final ReadOnlyObjectWrapper<TrackStats> figures;
    private final String person;
    private final String track;

    TrackStatsModel(TrackStats figures, String person, String track) {
        this.figures = new ReadOnlyObjectWrapper<>(figures);
        this.person = person;
        this.track = track;
    }

    void show(TrackStats now) {
        figures.set(now);
    }

    public ReadOnlyObjectProperty<TrackStats> figures() {
        return figures.getReadOnlyProperty();
    }

    public String person() {
        return person;
    }

    public String track() {
        return track;
    }
}
