package org.tonewire.system;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.tonewire.signaling.tls.IdentityException;
import org.tonewire.testbed.meddling.MeddlingServer;
import org.tonewire.testbed.room.Participant;
import org.tonewire.testbed.sound.StereoSound;

/// Ann and Bob at a server that lies.
final class MeddlingPair implements AutoCloseable {
    static final String TONE = TonePair.TONE;

    private final TonePair pair;
    private final MeddlingServer server;

    MeddlingPair(Path folder) throws IOException, IdentityException {
        this.pair = new TonePair(folder, List.of());
        this.server = MeddlingServer.start(folder.resolve("server"));
    }

    MeddlingServer server() {
        return server;
    }

    Participant ann() {
        return pair.ann();
    }

    Participant bob() {
        return pair.bob();
    }

    void join() {
        pair.join(server.invite());
    }

    /// Both join, unless they are there, and Bob hears Ann.
    void awaitFlowing() {
        if (!pair.isThere()) {
            join();
        }
        pair.awaitFlowing();
    }

    /// Bob, who has left, starts his program again, and hears Ann.
    void joinAgain() {
        pair.joinBob(server.invite());
        pair.awaitFlowing();
    }

    /// Waits until Bob was told of sound from Ann this many times, which is once a second.
    void awaitSeconds(int seconds) {
        pair.awaitSeconds(seconds);
    }

    /// What Bob recorded of Ann, once he has left.
    StereoSound recorded() throws Exception {
        return pair.recorded();
    }

    @Override
    public void close() {
        try {
            pair.close();
        } finally {
            server.close();
        }
    }
}
