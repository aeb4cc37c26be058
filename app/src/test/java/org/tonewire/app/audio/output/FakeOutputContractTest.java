package org.tonewire.app.audio.output;

import org.tonewire.app.core.device.AudioDevice;
import org.tonewire.app.core.device.AudioOutput;
import org.tonewire.app.core.device.DeviceId;
import org.tonewire.app.core.device.DeviceKind;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.core.problem.Reason;
import org.tonewire.app.fake.FakeOutput;

/// The output of the session's tests.
class FakeOutputContractTest extends AudioOutputContract {
    private final FakeOutput fake = new FakeOutput(new AudioDevice[0]);
    private final AudioOutput output = fake.playing(mixer);

    @Override
    AudioOutput output() {
        return output;
    }

    @Override
    void plug(String device) {
        fake.plug(device(device));
    }

    @Override
    void unplug(String device) {
        fake.unplug(device(device), new Problem(Reason.DEVICE_GONE, device));
    }

    @Override
    void letPlay() {
        fake.pull();
    }

    @Override
    void awaitEnd() {
        // It has ended when its close returns.
    }

    private static AudioDevice device(String name) {
        return new AudioDevice(new DeviceId(name), name, DeviceKind.OUTPUT, false);
    }
}
