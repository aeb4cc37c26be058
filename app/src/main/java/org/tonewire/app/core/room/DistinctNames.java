package org.tonewire.app.core.room;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.tonewire.signaling.protocol.key.IdentityKey;

/// The names under which participants are shown, none of them for two: participants choose their
/// names, so the second one of a name is shown as “Ann (2)”. One thread at a time.
public final class DistinctNames {
    /// Of participants who rename themselves again and again the oldest names are free again.
    private static final int MAX_KEPT = 1_024;

    private final Map<String, IdentityKey> owners = new LinkedHashMap<>();

    /// How this participant is shown. Its name is its own from here on, also while it has another.
    public String of(IdentityKey id, String name) {
        String shown = name;
        for (int number = 2; !isOf(id, shown); number++) {
            shown = name + " (" + number + ")";
        }
        if (owners.size() > MAX_KEPT) {
            owners.remove(owners.keySet().iterator().next());
        }
        return shown;
    }

    /// The names of all others are free again.
    public void keepOnly(Predicate<IdentityKey> kept) {
        owners.values().removeIf(kept.negate());
    }

    private boolean isOf(IdentityKey id, String shown) {
        return owners.computeIfAbsent(shown, _ -> id).equals(id);
    }
}
