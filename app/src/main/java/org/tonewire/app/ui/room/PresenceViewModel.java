package org.tonewire.app.ui.room;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.tonewire.app.text.Wording;
import org.tonewire.signaling.protocol.ParticipantId;

/// Who joined and left since the toast was last hidden; several are combined into one line. FX
/// thread.
public final class PresenceViewModel {
    private final Wording wording;
    private final Set<ParticipantId> thereBefore;
    private final Map<ParticipantId, String> came = new LinkedHashMap<>();
    private final Map<ParticipantId, String> went = new LinkedHashMap<>();
    private final ReadOnlyObjectWrapper<List<String>> lines =
            new ReadOnlyObjectWrapper<>(List.of());

    /// @param thereBefore participants who were in the room first; they are not announced
    PresenceViewModel(Collection<ParticipantId> thereBefore, Wording wording) {
        this.thereBefore = new HashSet<>(thereBefore);
        this.wording = wording;
    }

    /// @return whether to announce it
    boolean joined(ParticipantId id, String name) {
        if (thereBefore.contains(id)) {
            return false;
        }
        if (went.remove(id) == null) {
            came.put(id, name);
        }
        sayAnew();
        return true;
    }

    void left(ParticipantId id, String name) {
        thereBefore.remove(id);
        if (came.remove(id) == null) {
            went.put(id, name);
        }
        sayAnew();
    }

    /// At most two lines: one for those who joined, one for those who left.
    public ReadOnlyObjectProperty<List<String>> lines() {
        return lines.getReadOnlyProperty();
    }

    void putAway() {
        came.clear();
        went.clear();
        sayAnew();
    }

    /// Updates the lines; also after a change of the language.
    void sayAnew() {
        List<String> now = new ArrayList<>();
        say("presence.joined", came.values(), now);
        say("presence.left", went.values(), now);
        lines.set(List.copyOf(now));
    }

    private void say(String key, Collection<String> names, List<String> into) {
        if (!names.isEmpty()) {
            into.add(wording.text(key, names.size() - 1, names.iterator().next()));
        }
    }
}
