package org.tonewire.app.audio.pulse;

import java.util.Arrays;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tonewire.app.audio.thread.RealtimePriority;
import org.tonewire.app.core.audio.AudioFormat;
import org.tonewire.app.core.device.AudioDevice;
import org.tonewire.app.core.mix.Renderer;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.core.problem.Reason;

/// The work of a playback thread: connects, renders as many frames as the server requests, follows
/// the default, and notices when the device is unplugged.
final class PlaybackLoop implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(PlaybackLoop.class);
    private static final int STEP_MICROS = 100_000;

    private final PulsePlayback playback;
    private final DeviceTarget target;
    private final float[] rendered = new float[Renderer.MAX_SAMPLES * AudioFormat.CHANNELS];

    PlaybackLoop(PulsePlayback playback, DeviceTarget target) {
        this.playback = playback;
        this.target = target;
    }

    @Override
    public void run() {
        RealtimePriority.request();
        Problem problem;
        try (PulseConnection connection = PulseConnection.open()) {
            problem = play(connection);
        } catch (PulseException refused) {
            LOG.debug("Playback: {}", refused.getMessage());
            problem =
                    playback.deviceName().isEmpty()
                            ? refused.problem(subject(), Reason.NO_SUCH_DEVICE)
                            : refused.problemLater(subject());
        } catch (RuntimeException bug) {
            LOG.error("Playback failed", bug);
            problem = new Problem(Reason.INTERNAL, subject());
        }
        playback.failed(problem);
    }

    private String subject() {
        return playback.deviceName().isEmpty()
                ? target.wanted().map(Object::toString).orElse("")
                : playback.deviceName();
    }

    /// @return why it ended; ignored when it was closed
    private Problem play(PulseConnection connection) throws PulseException {
        ServerQuery query = new ServerQuery(connection);
        connection.watch();
        ServerSnapshot server = query.take();
        Optional<AudioDevice> device = target.in(server);
        if (device.isEmpty()) {
            return target.absent(server);
        }
        ServerSnapshot.Tuning tuning = server.tuning();
        String name = device.get().id().value();
        Placement placement = new Placement(target, device.get());
        try (PulseStream stream =
                PulseStream.play(connection, name, tuning.queueFrames(), tuning.chunkFrames())) {
            playback.plays(device.get().name());
            playback.queues(micros(stream));
            playback.opened(connection, tuning.safeMillis());
            run(connection, stream, tuning, () -> place(placement, stream, query));
        }
        return playback.closed()
                ? new Problem(Reason.DEVICE_GONE, playback.deviceName())
                : connection.streamEnded(playback.deviceName());
    }

    private static long micros(PulseStream stream) {
        return stream.queueFrames() * 1_000_000L / AudioFormat.SAMPLE_RATE_HZ;
    }

    private void run(
            PulseConnection connection,
            PulseStream stream,
            ServerSnapshot.Tuning tuning,
            Placement.Placing placing)
            throws PulseException {
        QueueDepth depth = new QueueDepth(tuning.queueFrames(), System.nanoTime());
        while (!playback.closed() && stream.alive()) {
            fill(stream);
            connection.iterate(STEP_MICROS);
            stream.call(playback.streamName());
            adapt(stream, depth, tuning.chunkFrames());
            // The server answers a change of its queue some rounds later.
            playback.queues(micros(stream));
            boolean moved = stream.takeMoved();
            if ((connection.takeChanged() || moved) && !placing.stays()) {
                return;
            }
        }
    }

    /// Without allocation or logging, as the rest of each round.
    private void adapt(PulseStream stream, QueueDepth depth, int chunkFrames) {
        boolean dry = stream.takeUnderflows() > 0;
        if (playback.renderer() == null) {
            return;
        }
        long now = System.nanoTime();
        if (dry ? depth.ranDry(now) : depth.quiet(now)) {
            stream.queue(depth.frames(), chunkFrames);
        }
    }

    private void fill(PulseStream stream) {
        int wanted = stream.wantedFrames();
        while (wanted > 0) {
            int frames = Math.min(wanted, Renderer.MAX_SAMPLES / 2);
            Renderer renderer = playback.renderer();
            if (renderer == null) {
                Arrays.fill(rendered, 0f);
            } else {
                renderer.render(rendered, frames);
            }
            stream.write(rendered, frames);
            wanted -= frames;
        }
    }

    /// @return false when its device is gone
    private boolean place(Placement placement, PulseStream stream, ServerQuery query)
            throws PulseException {
        return switch (placement.next(query.take(), stream.deviceName())) {
            case Placement.Step.Stay(String name) -> {
                playback.plays(name);
                yield true;
            }
            case Placement.Step.MoveTo(AudioDevice next) -> {
                stream.movePlaybackTo(next.id().value());
                playback.plays(next.name());
                yield true;
            }
            case Placement.Step.End() -> false;
        };
    }
}
