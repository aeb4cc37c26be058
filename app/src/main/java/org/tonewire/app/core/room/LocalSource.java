package org.tonewire.app.core.room;

import java.util.function.Supplier;
import org.tonewire.app.core.audio.LevelMeter;
import org.tonewire.app.core.source.SourceId;
import org.tonewire.app.core.source.SourcePosition;
import org.tonewire.app.core.source.SourceSpec;

/// The state of a local source.
///
/// @param spec its settings, with the present gain, profile and channels
/// @param name as shown to others
/// @param muted whether a person muted it
/// @param waiting whether it is silent, muted or not, until microphones are no longer held
/// @param meter the sent level, after gain and mute; sampled at any rate
/// @param position its playing position; sampled at any rate
public record LocalSource(
        SourceId id,
        SourceSpec spec,
        String name,
        boolean muted,
        boolean waiting,
        SourceStatus status,
        LevelMeter meter,
        Supplier<SourcePosition> position) {}
