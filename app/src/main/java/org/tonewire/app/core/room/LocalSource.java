package org.tonewire.app.core.room;

import java.util.function.Supplier;
import org.tonewire.app.core.audio.LevelMeter;
import org.tonewire.app.core.source.SourceId;
import org.tonewire.app.core.source.SourcePosition;
import org.tonewire.app.core.source.SourceSpec;

/// A source of one's own as it is now.
///
/// @param spec what was asked for, with the gain and profile as they are now
/// @param name what the others see
/// @param muted whether a person silenced it
/// @param waiting whether it is silent, muted or not, until microphones are no longer held
/// @param meter what is sent, after gain and mute; sampled at any rate
/// @param position how far it is; sampled at any rate
public record LocalSource(
        SourceId id,
        SourceSpec spec,
        String name,
        boolean muted,
        boolean waiting,
        SourceStatus status,
        LevelMeter meter,
        Supplier<SourcePosition> position) {}
