package org.tonewire.app.ui.fake;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.tonewire.app.core.device.AudioDevice;
import org.tonewire.app.core.device.AudioDevices;
import org.tonewire.app.core.device.DeviceId;
import org.tonewire.app.core.device.DeviceKind;
import org.tonewire.app.core.problem.Problem;

/// Devices that a test plugs in and pulls.
public final class FakeAudioDevices implements AudioDevices {
    public static final AudioDevice BUILT_IN_MICROPHONE =
            new AudioDevice(
                    new DeviceId("mic-1"), "Built-in microphone", DeviceKind.MICROPHONE, true);
    public static final AudioDevice INTERFACE =
            new AudioDevice(
                    new DeviceId("mic-2"), "Scarlett 2i2 USB", DeviceKind.MICROPHONE, false);
    public static final AudioDevice MONITOR =
            new AudioDevice(
                    new DeviceId("sys-1"), "Monitor of Headphones", DeviceKind.SYSTEM_AUDIO, true);
    public static final AudioDevice HEADPHONES =
            new AudioDevice(new DeviceId("out-1"), "Headphones", DeviceKind.OUTPUT, true);
    public static final AudioDevice SPEAKERS =
            new AudioDevice(new DeviceId("out-2"), "Studio monitors", DeviceKind.OUTPUT, false);

    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private List<AudioDevice> devices =
            List.of(BUILT_IN_MICROPHONE, INTERFACE, MONITOR, HEADPHONES, SPEAKERS);
    private Optional<Problem> problem = Optional.empty();

    public void become(List<AudioDevice> now) {
        devices = now;
        listeners.forEach(Runnable::run);
    }

    public void fail(Problem now) {
        devices = List.of();
        problem = Optional.of(now);
        listeners.forEach(Runnable::run);
    }

    @Override
    public List<AudioDevice> list() {
        return devices;
    }

    @Override
    public Optional<Problem> unavailable() {
        return problem;
    }

    @Override
    public Runnable onChange(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }
}
