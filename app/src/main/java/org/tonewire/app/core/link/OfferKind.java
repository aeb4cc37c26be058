package org.tonewire.app.core.link;

/// What an offer is for.
public enum OfferKind {
    TRACKS,
    /// Looks for new network paths too (ICE restart, RFC 8445 section 2.4).
    RESTART
}
