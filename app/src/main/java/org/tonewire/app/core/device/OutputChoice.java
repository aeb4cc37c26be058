package org.tonewire.app.core.device;

import java.util.Optional;

/// The output chosen for received sound.
public sealed interface OutputChoice {
    /// The system's default output, followed when it changes.
    record SystemDefault() implements OutputChoice {}

    record Chosen(DeviceId device) implements OutputChoice {}

    /// No output: tracks are received, metered and can be recorded.
    record None() implements OutputChoice {}

    /// The same, for taking it back: of what a person typed, no part is enough any more.
    default OutputChoice whole() {
        return switch (this) {
            case Chosen(DeviceId device) -> new Chosen(device.whole());
            case SystemDefault(), None() -> this;
        };
    }

    /// The one device that is meant, whatever the default is.
    default Optional<DeviceId> chosen() {
        return switch (this) {
            case Chosen(DeviceId device) -> Optional.of(device);
            case SystemDefault(), None() -> Optional.empty();
        };
    }
}
