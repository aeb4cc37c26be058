package org.tonewire.app.ui.side;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.collections.ObservableList;
import org.tonewire.app.core.link.TrackId;
import org.tonewire.app.core.room.IncomingTrack;
import org.tonewire.app.core.room.LocalSource;
import org.tonewire.app.core.room.RemoteParticipant;
import org.tonewire.app.core.room.SessionSnapshot;
import org.tonewire.app.core.room.TrackFigures;
import org.tonewire.app.core.room.TrackFigures.Direction;
import org.tonewire.app.ui.model.LiveList;
import org.tonewire.signaling.protocol.ParticipantId;

/// The figures of every track, sent and received. FX thread.
public final class FiguresViewModel {
    private final Supplier<SessionSnapshot> session;
    private final LiveList<Key, TrackFigures, FiguresModel> tracks;

    private record Key(ParticipantId participant, TrackId track, Direction direction) {}

    public FiguresViewModel(Supplier<SessionSnapshot> session) {
        this.session = session;
        this.tracks =
                new LiveList<>(
                        f -> new Key(f.participant(), f.track(), f.direction()),
                        this::create,
                        FiguresModel::show);
    }

    public void show(List<TrackFigures> figures) {
        tracks.show(figures);
    }

    public ObservableList<FiguresModel> tracks() {
        return tracks.models();
    }

    private FiguresModel create(TrackFigures figures) {
        SessionSnapshot now = session.get();
        String person = others(now, figures).map(RemoteParticipant::name).findFirst().orElse("");
        Stream<String> names =
                switch (figures.direction()) {
                    case SENT -> sent(now, figures.track());
                    case RECEIVED -> others(now, figures).flatMap(p -> received(p, figures));
                };
        return new FiguresModel(figures, person, names.findFirst().orElse(figures.track().value()));
    }

    private static Stream<RemoteParticipant> others(SessionSnapshot now, TrackFigures figures) {
        return now.participants().stream().filter(p -> p.id().equals(figures.participant()));
    }

    private static Stream<String> sent(SessionSnapshot now, TrackId track) {
        return now.sources().stream()
                .filter(source -> source.id().value().equals(track.value()))
                .map(LocalSource::name);
    }

    private static Stream<String> received(RemoteParticipant person, TrackFigures figures) {
        return person.tracks().stream()
                .filter(track -> track.key().track().equals(figures.track()))
                .map(IncomingTrack::name);
    }
}
