package org.tonewire.app.core.source;

import java.util.Optional;

/// A source as a person asked for it.
///
/// @param name what others see; empty means the name is taken from what was opened
/// @param gainDb -60 to +12
public record SourceSpec(
        SourceOrigin origin, Profile profile, double gainDb, Optional<String> name) {
    public SourceSpec withGainDb(double changed) {
        return new SourceSpec(origin, profile, changed, name);
    }
}
