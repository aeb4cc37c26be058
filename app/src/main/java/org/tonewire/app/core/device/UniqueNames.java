package org.tonewire.app.core.device;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Tells devices of one name apart: two equal interfaces become “USB Audio (1)” and “USB Audio
/// (2)”, numbered by their ids.
public final class UniqueNames {
    private static final Pattern NUMBERED = Pattern.compile("(?s).* \\([0-9]+\\)");

    private UniqueNames() {}

    /// The same devices in the same order, with names that are unique within each kind.
    public static List<AudioDevice> of(List<AudioDevice> devices) {
        Map<Label, List<AudioDevice>> sharing =
                devices.stream().collect(Collectors.groupingBy(Label::of));
        Map<AudioDevice, Integer> numbers = new HashMap<>();
        for (List<AudioDevice> same : sharing.values()) {
            List<AudioDevice> byId = new ArrayList<>(same);
            byId.sort(Comparator.comparing(device -> device.id().value()));
            for (int i = 0; i < byId.size() && byId.size() > 1; i++) {
                numbers.put(byId.get(i), i + 1);
            }
        }
        return devices.stream().map(device -> numbered(device, numbers.get(device))).toList();
    }

    /// Whether a name is a device's own, by which it can be known again. The number of a device
    /// among its equals is another when one of them is away.
    ///
    /// @param name empty where none is known
    public static boolean isOwn(String name) {
        return !name.isEmpty() && !NUMBERED.matcher(name).matches();
    }

    private static AudioDevice numbered(AudioDevice device, @Nullable Integer number) {
        String name = number == null ? device.name() : device.name() + " (" + number + ")";
        return new AudioDevice(device.id(), name, device.kind(), device.isDefault());
    }

    private record Label(DeviceKind kind, String name) {
        static Label of(AudioDevice device) {
            return new Label(device.kind(), device.name());
        }
    }
}
