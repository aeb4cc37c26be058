package org.tonewire.app.audio.pulse;

import java.util.Optional;
import org.tonewire.app.core.device.AudioDevice;

/// The device that a stream belongs on, as devices come and go and people move streams in the
/// desktop's mixer. A stream that follows the default goes along when the default changes; where a
/// person moved it to, it stays until then. A stream whose chosen device is gone is lost, wherever
/// the server moved it. Connection's thread.
final class Placement {
    private final DeviceTarget target;
    private String device;
    private Optional<String> lastDefault;

    /// What is to be done with the stream.
    sealed interface Step {
        /// @param name the name of the device that it is on
        record Stay(String name) implements Step {}

        record MoveTo(AudioDevice device) implements Step {}

        /// Its device is gone.
        record End() implements Step {}
    }

    /// Takes the next step with a stream.
    @FunctionalInterface
    interface Placing {
        /// @return false when its device is gone
        boolean stays() throws PulseException;
    }

    /// @param opened the device that it was opened on
    Placement(DeviceTarget target, AudioDevice opened) {
        this.target = target;
        device = opened.id().value();
        lastDefault = Optional.of(device);
    }

    /// The next step, after devices changed or the stream was moved.
    ///
    /// @param now the id of the device that the server has it on
    Step next(ServerSnapshot server, String now) {
        boolean isThere = server.find(device).isPresent();
        boolean moved = !now.equals(device) && server.find(now).isPresent();
        if (target.follows()) {
            return followed(server, isThere, moved ? now : device);
        }
        if (!isThere) {
            return new Step.End();
        }
        device = moved ? now : device;
        return stay(server);
    }

    private Step followed(ServerSnapshot server, boolean wasThere, String now) {
        Optional<AudioDevice> wanted = target.in(server);
        Optional<String> present = wanted.map(it -> it.id().value());
        boolean changed = !present.equals(lastDefault);
        lastDefault = present;
        device = now;
        if (wanted.isEmpty()) {
            // The server may have moved it to a monitor, which is no microphone.
            return wasThere && server.find(device).isPresent() ? stay(server) : new Step.End();
        }
        if ((changed || !wasThere) && !wanted.get().id().value().equals(device)) {
            device = wanted.get().id().value();
            return new Step.MoveTo(wanted.get());
        }
        return stay(server);
    }

    private Step stay(ServerSnapshot server) {
        return new Step.Stay(server.find(device).map(AudioDevice::name).orElse(""));
    }
}
