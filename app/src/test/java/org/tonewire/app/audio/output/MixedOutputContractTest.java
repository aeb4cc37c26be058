package org.tonewire.app.audio.output;

import org.tonewire.app.core.device.AudioOutput;
import org.tonewire.app.testing.Eventually;

/// The output of the program, on devices that play nothing.
class MixedOutputContractTest extends AudioOutputContract {
    private final Plugs plugs = new Plugs();
    private final MixedOutput output = new MixedOutput(mixer, plugs::open, plugs);

    @Override
    AudioOutput output() {
        return output;
    }

    @Override
    void plug(String device) {
        plugs.plug(device);
    }

    @Override
    void unplug(String device) {
        plugs.pull(device);
    }

    @Override
    void letPlay() {
        // It has threads of its own.
    }

    @Override
    void awaitEnd() {
        Eventually.holds(
                () -> plugs.opened.stream().allMatch(StillPlayback::closed),
                () -> "a device is open");
        awaitNoThread("null-output");
    }
}
