package org.tonewire.app.audio;

import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.tonewire.app.core.device.DeviceId;
import org.tonewire.app.core.device.DeviceKind;
import org.tonewire.app.core.source.SourceOpening;
import org.tonewire.app.core.source.SourceStream;
import org.tonewire.app.media.SourceOpenerContract;

/// The contract of sources, on devices of a real sound server.
public abstract class DeviceSourceContract extends SourceOpenerContract {
    /// The name of the one microphone.
    protected static final String MICROPHONE = "mic";

    protected final PulseServer server = PulseServer.startWithMicrophone(MICROPHONE);
    private final DeviceKind kind;

    protected DeviceSourceContract(DeviceKind kind) {
        this.kind = kind;
    }

    /// @param device empty means the default
    protected abstract SourceOpening open(DeviceKind source, Optional<DeviceId> device);

    @AfterEach
    protected void close() {
        server.close();
    }

    @Override
    protected SourceOpening open() {
        return open(kind, Optional.empty());
    }

    @Override
    protected SourceOpening openImpossible() {
        return open(kind, Optional.of(new DeviceId("nothing")));
    }

    @Override
    protected void deliver(SourceStream stream, Received received, int frames) {
        awaitFrames(received, frames);
    }
}
