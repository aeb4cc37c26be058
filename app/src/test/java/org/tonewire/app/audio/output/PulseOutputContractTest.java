package org.tonewire.app.audio.output;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tonewire.app.audio.PulseServer;
import org.tonewire.app.audio.pulse.PulseDevices;
import org.tonewire.app.audio.pulse.PulsePlayback;
import org.tonewire.app.core.device.AudioOutput;
import org.tonewire.app.core.device.OutputChoice;
import org.tonewire.app.testing.Eventually;

/// The output of the program, on a PulseAudio server.
@Tag("linux")
class PulseOutputContractTest extends AudioOutputContract {
    private final PulseServer server = PulseServer.start();
    private final PulseDevices devices = new PulseDevices();
    private final MixedOutput output = new MixedOutput(mixer, PulsePlayback::open, devices);

    @Test
    void theStreamHasTheLastNameThatItWasGiven() {
        plug("a");
        output.call("Bob");
        output.use(new OutputChoice.SystemDefault(), _ -> {});
        awaitName("Bob");
        output.call("Bob, Cleo");
        awaitName("Bob, Cleo");
    }

    private void awaitName(String name) {
        Eventually.holds(
                () -> server.streams().contains("media.name = \"" + name + "\""), server::streams);
    }

    @Override
    AudioOutput output() {
        return output;
    }

    @Override
    void plug(String device) {
        server.plug(device);
    }

    @Override
    void unplug(String device) {
        server.unplug(device);
    }

    @Override
    void letPlay() {
        // It has threads of its own.
    }

    @Override
    void awaitEnd() {
        Eventually.holds(server::isUnused, () -> "a stream is left");
        awaitNoThread("null-output", "playback");
    }

    @AfterEach
    @Override
    void close() {
        try {
            super.close();
            awaitEnd();
            devices.close();
        } finally {
            server.close();
        }
    }
}
