package org.tonewire.app.ui.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicLong;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.tonewire.app.core.device.AudioDevice;
import org.tonewire.app.core.device.AudioDevices;
import org.tonewire.app.core.device.DeviceId;
import org.tonewire.app.core.device.DeviceKind;
import org.tonewire.app.core.device.DeviceMatch;
import org.tonewire.app.core.device.OutputChoice;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.text.Wording;

/// The connected audio devices. FX thread.
public final class DeviceModel {
    private final ReadOnlyObjectWrapper<List<AudioDevice>> devices =
            new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Optional<Problem>> unavailable =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final UiThreads threads;
    private final Wording wording;
    private final AtomicLong readings = new AtomicLong();

    /// The number of the reading that is shown.
    private long shown;

    /// @param ready completes when the devices can be listed
    public DeviceModel(CompletionStage<AudioDevices> ready, UiThreads threads, Wording wording) {
        this.threads = threads;
        this.wording = wording;
        var _ = ready.thenAcceptAsync(this::follow, threads.background());
    }

    /// Changes when a device is connected or disconnected, or the default changes.
    public ReadOnlyObjectProperty<List<AudioDevice>> devices() {
        return devices.getReadOnlyProperty();
    }

    /// Why there are no devices at all.
    public ReadOnlyObjectProperty<Optional<Problem>> unavailable() {
        return unavailable.getReadOnlyProperty();
    }

    public boolean hasAny(DeviceKind kind) {
        return devices.get().stream().anyMatch(device -> device.kind() == kind);
    }

    /// The output devices. A selected device that is not connected is listed too.
    public List<Choice<OutputChoice>> outputs(OutputChoice current) {
        List<Choice<OutputChoice>> choices = new ArrayList<>();
        choices.add(new Choice<>(new OutputChoice.SystemDefault(), defaultOf(DeviceKind.OUTPUT)));
        for (AudioDevice device : of(DeviceKind.OUTPUT)) {
            choices.add(new Choice<>(new OutputChoice.Chosen(device.id()), device.name()));
        }
        choices.add(new Choice<>(new OutputChoice.None(), wording.text("device.no-output")));
        if (choices.stream().noneMatch(choice -> choice.value().equals(current))) {
            choices.add(new Choice<>(current, wording.text("device.gone")));
        }
        return choices;
    }

    /// The capture devices of a kind; empty is the default.
    public List<Choice<Optional<DeviceId>>> inputs(DeviceKind kind, Optional<DeviceId> current) {
        List<Choice<Optional<DeviceId>>> choices = new ArrayList<>();
        choices.add(new Choice<>(Optional.empty(), defaultOf(kind)));
        for (AudioDevice device : of(kind)) {
            choices.add(new Choice<>(Optional.of(device.id()), device.name()));
        }
        if (choices.stream().noneMatch(choice -> choice.value().equals(current))) {
            choices.add(new Choice<>(current, wording.text("device.gone")));
        }
        return choices;
    }

    /// The choice with its device's present id: ids may change, so devices are matched by name too.
    public OutputChoice known(OutputChoice choice) {
        return switch (choice) {
            case OutputChoice.SystemDefault _, OutputChoice.None _ -> choice;
            case OutputChoice.Chosen(DeviceId wanted) ->
                    new OutputChoice.Chosen(known(DeviceKind.OUTPUT, wanted));
        };
    }

    /// The same for a capture device.
    public Optional<DeviceId> known(DeviceKind kind, Optional<DeviceId> wanted) {
        return wanted.map(id -> known(kind, id));
    }

    private DeviceId known(DeviceKind kind, DeviceId wanted) {
        return DeviceMatch.find(devices.get(), kind, wanted).map(AudioDevice::id).orElse(wanted);
    }

    private String defaultOf(DeviceKind kind) {
        List<AudioDevice> there = of(kind);
        if (there.isEmpty() && !devices.get().isEmpty()) {
            return wording.text("device.none");
        }
        return there.stream()
                .filter(AudioDevice::isDefault)
                .findFirst()
                .map(device -> wording.text("device.default.of", device.name()))
                .orElseGet(() -> wording.text("device.default"));
    }

    private List<AudioDevice> of(DeviceKind kind) {
        return devices.get().stream().filter(device -> device.kind() == kind).toList();
    }

    private void follow(AudioDevices source) {
        var _ = source.onChange(() -> threads.background().execute(() -> read(source)));
        read(source);
    }

    /// Reads the devices in the background. A server that is slow to answer may keep a reading
    /// waiting while a later one is shown; then the earlier one is dropped.
    private void read(AudioDevices source) {
        long reading = readings.incrementAndGet();
        Optional<Problem> problem = source.unavailable();
        List<AudioDevice> now = List.copyOf(source.list());
        threads.fx()
                .execute(() -> {
                    if (reading > shown) {
                        shown = reading;
                        devices.set(now);
                        unavailable.set(problem);
                    }
                });
    }
}
