package org.tonewire.app.audio.pulse;

import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tonewire.app.audio.thread.NativeFramer;
import org.tonewire.app.audio.thread.RealtimePriority;
import org.tonewire.app.core.audio.FrameSink;
import org.tonewire.app.core.device.AudioDevice;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.core.problem.Reason;

/// The work of a capture thread: connects, delivers frames, follows the default, and notices when
/// the device is unplugged.
final class CaptureLoop implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(CaptureLoop.class);

    /// 5 ms: the server delivers sound in pieces of that size, or of its next larger one.
    private static final int FRAGMENT_FRAMES = 240;

    private static final int STEP_MICROS = 100_000;

    private final PulseCapture capture;
    private final DeviceTarget target;
    private final NativeFramer framer = new NativeFramer();
    private final FrameSink counted;
    private PulseCapture.@org.jspecify.annotations.Nullable Receiver receiver;

    CaptureLoop(PulseCapture capture, DeviceTarget target) {
        this.capture = capture;
        this.target = target;
        this.counted = this::deliver;
    }

    @Override
    public void run() {
        RealtimePriority.request();
        Problem problem;
        try (PulseConnection connection = PulseConnection.open()) {
            problem = capture(connection);
        } catch (PulseException refused) {
            LOG.debug("Capture: {}", refused.getMessage());
            problem =
                    capture.label().isEmpty()
                            ? refused.problem(subject(), Reason.NO_SUCH_DEVICE)
                            : refused.problemLater(subject());
        } catch (RuntimeException bug) {
            LOG.error("Capturing failed", bug);
            problem = new Problem(Reason.INTERNAL, subject());
        }
        capture.failed(problem);
    }

    private String subject() {
        return capture.label().isEmpty()
                ? target.wanted().map(Object::toString).orElse("")
                : capture.label();
    }

    /// @return why it ended; ignored when it was closed
    private Problem capture(PulseConnection connection) throws PulseException {
        ServerQuery query = new ServerQuery(connection);
        connection.watch();
        Optional<AudioDevice> device = target.in(query.take());
        if (device.isEmpty()) {
            return target.absent();
        }
        String label = device.get().name();
        boolean first = true;
        while (device.isPresent() && !capture.closed()) {
            try (PulseStream stream = record(connection, device.get())) {
                if (first) {
                    capture.opened(label, connection);
                    first = false;
                }
                framer.begin();
                run(connection, stream, query);
            }
            // A server may end the stream of an unplugged default before it names the next one.
            device =
                    target.follows() && connection.alive()
                            ? target.in(query.take())
                            : Optional.empty();
        }
        return capture.closed()
                ? new Problem(Reason.DEVICE_GONE, label)
                : connection.streamEnded(label);
    }

    private PulseStream record(PulseConnection connection, AudioDevice device)
            throws PulseException {
        boolean stays = !target.follows();
        return PulseStream.record(connection, device.id().value(), stays, FRAGMENT_FRAMES);
    }

    private void run(PulseConnection connection, PulseStream stream, ServerQuery query)
            throws PulseException {
        boolean started = false;
        while (!capture.closed() && stream.alive()) {
            if (!started && capture.receiver() != null) {
                receiver = capture.receiver();
                stream.start();
                started = true;
            }
            connection.iterate(STEP_MICROS);
            drain(stream);
            if (connection.takeChanged() && target.follows()) {
                follow(stream, query);
            }
        }
    }

    private void drain(PulseStream stream) {
        long bytes = stream.peek();
        while (bytes > 0 && !capture.closed()) {
            int values = (int) (bytes / Float.BYTES);
            if (stream.piece() == 0) {
                capture.gap();
                framer.takeSilence(values, counted);
            } else {
                framer.take(NativeCalls.MEMORY, stream.piece(), values, counted);
            }
            stream.drop();
            bytes = stream.peek();
        }
    }

    private void deliver(float[] frame, long position) {
        PulseCapture.Receiver now = receiver;
        if (now != null && !capture.closed()) {
            now.sink().accept(frame, position);
            capture.delivered(System.nanoTime());
        }
    }

    private void follow(PulseStream stream, ServerQuery query) throws PulseException {
        Optional<String> wanted = target.in(query.take()).map(device -> device.id().value());
        if (wanted.isPresent() && !wanted.get().equals(stream.deviceName())) {
            stream.moveRecordingTo(wanted.get());
        }
    }
}
