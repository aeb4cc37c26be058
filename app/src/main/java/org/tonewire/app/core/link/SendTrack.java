package org.tonewire.app.core.link;

import org.tonewire.app.core.source.Profile;

/// A track as a link offers it.
public record SendTrack(TrackId id, Profile profile) {}
