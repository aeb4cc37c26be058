package org.tonewire.app.ui.source;

import java.util.List;
import org.tonewire.app.core.room.LocalSource;
import org.tonewire.app.core.source.SourceOrigin;

/// The combined state of all local microphones.
public enum Microphones {
    NONE,
    /// All of them are muted.
    MUTED,
    /// They wait for the talk key.
    WAITING,
    OPEN;

    static Microphones of(List<LocalSource> sources) {
        List<LocalSource> all =
                sources.stream()
                        .filter(source -> source.spec().origin() instanceof SourceOrigin.Microphone)
                        .toList();
        if (all.isEmpty()) {
            return NONE;
        }
        if (all.stream().allMatch(LocalSource::muted)) {
            return MUTED;
        }
        return all.stream().anyMatch(LocalSource::waiting) ? WAITING : OPEN;
    }
}
