package org.tonewire.app.core.device;

/// Where what is received should be heard.
public sealed interface OutputChoice {
    /// The system's default output, followed when it changes.
    record SystemDefault() implements OutputChoice {}

    record Chosen(DeviceId device) implements OutputChoice {}

    /// Nowhere: tracks are received, metered and can be recorded.
    record Nowhere() implements OutputChoice {}
}
