package org.tonewire.app.ui.side;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.tonewire.app.core.room.TrackFigures;

/// One track's newest figures, with the names a person knows. FX thread.
public final class FiguresModel {
    private final ReadOnlyObjectWrapper<TrackFigures> figures;
    private final String person;
    private final String track;

    FiguresModel(TrackFigures figures, String person, String track) {
        this.figures = new ReadOnlyObjectWrapper<>(figures);
        this.person = person;
        this.track = track;
    }

    void show(TrackFigures now) {
        figures.set(now);
    }

    public ReadOnlyObjectProperty<TrackFigures> figures() {
        return figures.getReadOnlyProperty();
    }

    public String person() {
        return person;
    }

    public String track() {
        return track;
    }
}
