package org.tonewire.app.ui.people;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.tonewire.app.core.room.RemoteParticipant;
import org.tonewire.app.core.room.SessionCommand;
import org.tonewire.app.core.room.TrackStats;
import org.tonewire.app.text.Wording;
import org.tonewire.app.ui.model.LiveList;
import org.tonewire.signaling.protocol.ParticipantId;

/// The other participants. FX thread.
public final class PeopleViewModel {
    private final LiveList<ParticipantId, RemoteParticipant, PersonModel> people;
    private final Map<ParticipantId, PersonModel> byId = new HashMap<>();

    public PeopleViewModel(Consumer<SessionCommand> session, Wording wording) {
        this.people =
                new LiveList<>(
                        RemoteParticipant::id,
                        _ -> new PersonModel(session, wording),
                        this::showPerson);
    }

    public void show(List<RemoteParticipant> now) {
        byId.clear();
        people.show(now);
    }

    /// Statistics tell whether a connection is direct or relayed.
    public void showFigures(List<TrackStats> figures) {
        for (TrackStats track : figures) {
            @Nullable PersonModel person = byId.get(track.participant());
            if (person != null) {
                person.showFigures(track);
            }
        }
    }

    public ObservableList<PersonModel> people() {
        return people.models();
    }

    private void showPerson(PersonModel model, RemoteParticipant person) {
        byId.put(person.id(), model);
        model.show(person);
    }
}
