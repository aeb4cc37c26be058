package org.tonewire.app.core.link;

/// The step of offer and answer (RFC 3264) that failed.
public enum ExchangeStage {
    /// The link could not be made: it takes and makes nothing, and another has to take its place.
    OPEN_LINK,
    MAKE_OFFER,
    TAKE_OFFER,
    MAKE_ANSWER,
    TAKE_ANSWER,
    /// The link's own description could not be applied.
    APPLY_OWN
}
