package org.tonewire.app.audio.pulse;

import org.tonewire.app.audio.PulseServer;
import org.tonewire.app.core.audio.AudioFormat;

/// Closes streams when the server has told something of them that was not read yet. Native code
/// that calls a closed stream ends the process.
final class CloseStreams {
    private static final int ROUNDS = 5;
    private static final int STEPS = 20;
    private static final int STEP_MICROS = 5_000;
    private static final int QUEUE_FRAMES = 480;

    private CloseStreams() {}

    static void main() throws PulseException {
        try (PulseServer server = PulseServer.start();
                PulseConnection connection = PulseConnection.open()) {
            server.plug("speakers");
            server.plug("usb");
            for (int round = 0; round < ROUNDS; round++) {
                runDry(server, connection);
                move(server, connection);
            }
        }
        IO.println("survived");
    }

    private static void runDry(PulseServer server, PulseConnection connection)
            throws PulseException {
        try (PulseStream stream = play(connection)) {
            stream.write(new float[QUEUE_FRAMES * AudioFormat.CHANNELS], QUEUE_FRAMES);
            connection.iterate(STEP_MICROS);
            letTell(server);
        }
        read(connection);
    }

    private static void move(PulseServer server, PulseConnection connection) throws PulseException {
        try (PulseStream stream = play(connection)) {
            stream.movePlaybackTo("usb");
            connection.iterate(STEP_MICROS);
            letTell(server);
        }
        read(connection);
    }

    private static PulseStream play(PulseConnection connection) throws PulseException {
        return PulseStream.play(connection, "speakers", QUEUE_FRAMES, QUEUE_FRAMES / 2);
    }

    /// A question of another program takes longer than the queue lasts.
    private static void letTell(PulseServer server) {
        String _ = server.streams();
    }

    private static void read(PulseConnection connection) {
        for (int step = 0; step < STEPS; step++) {
            connection.iterate(STEP_MICROS);
        }
    }
}
