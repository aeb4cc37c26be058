package org.tonewire.app.core.room;

import org.tonewire.app.core.link.TrackId;
import org.tonewire.signaling.protocol.key.IdentityKey;

/// Identifies a received track.
public record TrackKey(IdentityKey participant, TrackId track) {}
