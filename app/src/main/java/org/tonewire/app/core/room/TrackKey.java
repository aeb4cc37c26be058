package org.tonewire.app.core.room;

import org.tonewire.app.core.link.TrackId;
import org.tonewire.signaling.protocol.ParticipantId;

/// Identifies a received track.
public record TrackKey(ParticipantId participant, TrackId track) {}
