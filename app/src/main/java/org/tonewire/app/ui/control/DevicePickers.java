package org.tonewire.app.ui.control;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import org.tonewire.app.core.device.DeviceId;
import org.tonewire.app.core.device.DeviceKind;
import org.tonewire.app.core.device.OutputChoice;
import org.tonewire.app.ui.model.Choice;
import org.tonewire.app.ui.model.DeviceModel;

/// Lists of audio devices, updated as devices are connected and disconnected.
public final class DevicePickers {
    private DevicePickers() {}

    /// Selects the output device.
    public static PickBox<OutputChoice> output(
            String name,
            DeviceModel devices,
            ObservableValue<OutputChoice> chosen,
            Consumer<OutputChoice> want) {
        return following(
                new PickBox<>(name),
                devices,
                chosen.map(devices::known).orElse(new OutputChoice.SystemDefault()),
                devices::outputs,
                want);
    }

    /// Selects the microphone.
    public static PickBox<Optional<DeviceId>> microphone(
            String name,
            DeviceModel devices,
            ObservableValue<Optional<DeviceId>> chosen,
            Consumer<Optional<DeviceId>> want) {
        return input(name, devices, DeviceKind.MICROPHONE, chosen, want);
    }

    /// Selects a capture device; empty is the default of its kind.
    public static PickBox<Optional<DeviceId>> input(
            String name,
            DeviceModel devices,
            DeviceKind kind,
            ObservableValue<Optional<DeviceId>> chosen,
            Consumer<Optional<DeviceId>> want) {
        return following(
                new PickBox<>(name),
                devices,
                chosen.map(id -> devices.known(kind, id)),
                id -> devices.inputs(kind, id),
                want);
    }

    /// Subscribes to values: an invalidation listener that does not read the value is notified only
    /// once.
    private static <T> PickBox<T> following(
            PickBox<T> picker,
            DeviceModel devices,
            ObservableValue<T> chosen,
            Function<T, List<Choice<T>>> choices,
            Consumer<T> want) {
        picker.onPick(want);
        Runnable show =
                () -> {
                    T now = chosen.getValue();
                    picker.show(choices.apply(now), now);
                };
        ObservableValue<Boolean> seen = picker.sceneProperty().map(Objects::nonNull).orElse(false);
        devices.devices().when(seen).subscribe(_ -> show.run());
        chosen.when(seen).subscribe(_ -> show.run());
        show.run();
        return picker;
    }
}
