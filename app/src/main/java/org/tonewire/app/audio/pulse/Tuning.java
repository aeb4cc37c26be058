package org.tonewire.app.audio.pulse;

/// How short queues may be on a server. PipeWire mixes in steady small steps; PulseAudio splits its
/// steps unevenly as soon as several streams want low latency, and needs more.
///
/// @param queueFrames what the server queues ahead of the device
/// @param chunkFrames what it asks for at once, at the least
/// @param safeMillis what a track's queue must hold at the least
record Tuning(int queueFrames, int chunkFrames, double safeMillis) {
    private static final Tuning PIPE_WIRE = new Tuning(480, 120, 3);
    private static final Tuning PULSE_AUDIO = new Tuning(1_440, 240, 6);

    static Tuning of(ServerSnapshot server) {
        return server.pipeWire() ? PIPE_WIRE : PULSE_AUDIO;
    }
}
