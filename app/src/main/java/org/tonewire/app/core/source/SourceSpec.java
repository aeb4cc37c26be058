package org.tonewire.app.core.source;

import java.util.Optional;
import org.tonewire.app.core.audio.ChannelChoice;

/// The settings with which a source is added.
///
/// @param name shown to others; empty means the label of the device or file
/// @param gainDb -60 to +12
public record SourceSpec(
        SourceOrigin origin,
        Profile profile,
        ChannelChoice channels,
        double gainDb,
        Optional<String> name) {
    /// With both channels.
    public SourceSpec(SourceOrigin origin, Profile profile, double gainDb, Optional<String> name) {
        this(origin, profile, ChannelChoice.BOTH, gainDb, name);
    }

    public SourceSpec withOrigin(SourceOrigin changed) {
        return new SourceSpec(changed, profile, channels, gainDb, name);
    }

    public SourceSpec withProfile(Profile changed) {
        return new SourceSpec(origin, changed, channels, gainDb, name);
    }

    public SourceSpec withChannels(ChannelChoice changed) {
        return new SourceSpec(origin, profile, changed, gainDb, name);
    }

    public SourceSpec withGainDb(double changed) {
        return new SourceSpec(origin, profile, channels, changed, name);
    }
}
