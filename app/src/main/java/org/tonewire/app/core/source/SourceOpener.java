package org.tonewire.app.core.source;

/// Opens sources.
@FunctionalInterface
public interface SourceOpener {
    /// Opens what the origin names, reading headers or talking to devices; may take seconds, so it
    /// is called on a thread of its own. The stream makes no sound before it is started.
    SourceOpening open(SourceOrigin origin);
}
