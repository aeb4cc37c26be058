package org.tonewire.app.core.source;

/// Opens sources.
@FunctionalInterface
public interface SourceOpener {
    /// Opens the device, file or address of the origin; may take seconds, so it is called on a
    /// separate thread. The stream delivers nothing before it is started.
    SourceOpening open(SourceOrigin origin);
}
