package org.tonewire.app.core.source;

import java.util.Optional;

/// The settings with which a source is added.
///
/// @param name shown to others; empty means the label of the device or file
/// @param gainDb -60 to +12
public record SourceSpec(
        SourceOrigin origin, Profile profile, double gainDb, Optional<String> name) {
    public SourceSpec withGainDb(double changed) {
        return new SourceSpec(origin, profile, changed, name);
    }
}
