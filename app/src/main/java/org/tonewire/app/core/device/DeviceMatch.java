package org.tonewire.app.core.device;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.core.problem.Reason;

/// Finds the device that a person, or an earlier run, meant: by its exact id, then by its exact
/// name. For what a person typed, a part of either that only one device has is enough, upper and
/// lower case alike.
public final class DeviceMatch {
    private DeviceMatch() {}

    public static Optional<AudioDevice> find(
            List<AudioDevice> devices, DeviceKind kind, DeviceId wanted) {
        List<AudioDevice> fitting = fitting(devices, kind, wanted);
        return fitting.size() == 1 ? Optional.of(fitting.getFirst()) : Optional.empty();
    }

    /// Why no device is found: there is none, or several fit.
    public static Problem problem(List<AudioDevice> devices, DeviceKind kind, DeviceId wanted) {
        List<AudioDevice> fitting = fitting(devices, kind, wanted);
        return fitting.size() > 1
                ? new Problem(Reason.SEVERAL_DEVICES, listed(fitting))
                : new Problem(Reason.NO_SUCH_DEVICE, wanted.value());
    }

    private static String listed(List<AudioDevice> devices) {
        return devices.stream()
                .map(device -> device.name() + " = " + device.id())
                .collect(Collectors.joining(", "));
    }

    private static List<AudioDevice> fitting(
            List<AudioDevice> devices, DeviceKind kind, DeviceId wanted) {
        String text = wanted.value();
        String lower = text.toLowerCase(Locale.ROOT);
        List<Predicate<AudioDevice>> ways =
                List.of(
                        device -> device.id().value().equals(text),
                        device -> device.name().equals(text),
                        device -> wanted.isTyped() && contains(device, lower));
        return ways.stream()
                .map(way -> devices.stream().filter(it -> it.kind() == kind).filter(way).toList())
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private static boolean contains(AudioDevice device, String lower) {
        return !lower.isBlank()
                && (device.name().toLowerCase(Locale.ROOT).contains(lower)
                        || device.id().value().toLowerCase(Locale.ROOT).contains(lower));
    }
}
