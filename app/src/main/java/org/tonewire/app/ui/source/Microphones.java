package org.tonewire.app.ui.source;

import java.util.List;
import org.tonewire.app.core.room.LocalSource;
import org.tonewire.app.core.source.SourceOrigin;

/// How one's microphones stand, all together.
public enum Microphones {
    NONE,
    /// A person muted each of them.
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
