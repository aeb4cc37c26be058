package org.tonewire.app.core.link;

/// The purpose of an offer.
public enum OfferKind {
    TRACKS,
    /// Also looks for new network paths (ICE restart, RFC 8445 section 2.4).
    RESTART
}
