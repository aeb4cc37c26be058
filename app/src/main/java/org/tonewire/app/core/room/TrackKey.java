package org.tonewire.app.core.room;

import org.tonewire.app.core.link.TrackId;
import org.tonewire.signaling.protocol.ParticipantId;

/// A track of somebody else's.
public record TrackKey(ParticipantId participant, TrackId track) {}
