package org.tonewire.app.core.device;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/// Finds the device that a person, or an earlier run, meant: by its exact id, then by its exact
/// name, then by a part of either that only one device has, upper and lower case alike.
public final class DeviceMatch {
    private DeviceMatch() {}

    public static Optional<AudioDevice> find(
            List<AudioDevice> devices, DeviceKind kind, DeviceId wanted) {
        String text = wanted.value();
        String lower = text.toLowerCase(Locale.ROOT);
        return only(devices, kind, device -> device.id().value().equals(text))
                .or(() -> only(devices, kind, device -> device.name().equals(text)))
                .or(() -> only(devices, kind, device -> contains(device, lower)));
    }

    private static boolean contains(AudioDevice device, String lower) {
        return !lower.isBlank()
                && (device.name().toLowerCase(Locale.ROOT).contains(lower)
                        || device.id().value().toLowerCase(Locale.ROOT).contains(lower));
    }

    private static Optional<AudioDevice> only(
            List<AudioDevice> devices, DeviceKind kind, Predicate<AudioDevice> wanted) {
        List<AudioDevice> found =
                devices.stream().filter(device -> device.kind() == kind).filter(wanted).toList();
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }
}
