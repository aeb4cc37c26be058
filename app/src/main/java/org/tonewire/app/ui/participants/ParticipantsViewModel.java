package org.tonewire.app.ui.participants;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.tonewire.app.core.room.DistinctNames;
import org.tonewire.app.core.room.RemoteParticipant;
import org.tonewire.app.core.room.SessionCommand;
import org.tonewire.app.core.room.TrackStats;
import org.tonewire.app.text.Wording;
import org.tonewire.app.ui.model.LiveList;
import org.tonewire.signaling.protocol.key.IdentityKey;

/// The other participants. FX thread.
public final class ParticipantsViewModel {
    private final LiveList<IdentityKey, RemoteParticipant, ParticipantModel> people;
    private final Map<IdentityKey, ParticipantModel> byId = new HashMap<>();
    private final DistinctNames names;

    /// @param names how participants are shown, here and elsewhere
    public ParticipantsViewModel(
            Consumer<SessionCommand> session, DistinctNames names, Wording wording) {
        this.names = names;
        this.people =
                new LiveList<>(
                        RemoteParticipant::id,
                        person -> new ParticipantModel(person, session, wording),
                        this::showPerson);
    }

    public void show(List<RemoteParticipant> now) {
        byId.clear();
        people.show(now);
    }

    /// Statistics tell whether a connection is direct or relayed.
    public void showStats(List<TrackStats> stats) {
        for (TrackStats track : stats) {
            @Nullable ParticipantModel person = byId.get(track.participant());
            if (person != null) {
                person.showStats(track);
            }
        }
    }

    public ObservableList<ParticipantModel> people() {
        return people.models();
    }

    public boolean isThere(IdentityKey id) {
        return byId.containsKey(id);
    }

    private void showPerson(ParticipantModel model, RemoteParticipant person) {
        byId.put(person.id(), model);
        model.show(person, names.of(person.id(), person.name()));
    }
}
