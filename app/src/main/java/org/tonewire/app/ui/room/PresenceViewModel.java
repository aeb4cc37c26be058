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
import org.tonewire.signaling.protocol.key.IdentityKey;

/// Who joined and left since the toast was last hidden; several are combined into one line. FX
/// thread.
public final class PresenceViewModel {
    private final Wording wording;
    private final Set<IdentityKey> alreadyPresent;
    private final Map<IdentityKey, String> joinedNames = new LinkedHashMap<>();
    private final Map<IdentityKey, String> leftNames = new LinkedHashMap<>();
    private final ReadOnlyObjectWrapper<List<String>> lines =
            new ReadOnlyObjectWrapper<>(List.of());

    /// @param alreadyPresent participants who were in the room first; they are not announced
    PresenceViewModel(Collection<IdentityKey> alreadyPresent, Wording wording) {
        this.alreadyPresent = new HashSet<>(alreadyPresent);
        this.wording = wording;
    }

    /// @return whether to announce it
    boolean joined(IdentityKey id, String name) {
        if (alreadyPresent.contains(id)) {
            return false;
        }
        if (leftNames.remove(id) == null) {
            joinedNames.put(id, name);
        }
        refreshTexts();
        return true;
    }

    void left(IdentityKey id, String name) {
        alreadyPresent.remove(id);
        if (joinedNames.remove(id) == null) {
            leftNames.put(id, name);
        }
        refreshTexts();
    }

    /// At most two lines: one for those who joined, one for those who left.
    public ReadOnlyObjectProperty<List<String>> lines() {
        return lines.getReadOnlyProperty();
    }

    void clear() {
        joinedNames.clear();
        leftNames.clear();
        refreshTexts();
    }

    /// Updates the lines; also after a change of the language.
    void refreshTexts() {
        List<String> now = new ArrayList<>();
        addLine("presence.joined", joinedNames.values(), now);
        addLine("presence.left", leftNames.values(), now);
        lines.set(List.copyOf(now));
    }

    private void addLine(String key, Collection<String> names, List<String> target) {
        if (!names.isEmpty()) {
            target.add(wording.text(key, names.size() - 1, names.iterator().next()));
        }
    }
}
