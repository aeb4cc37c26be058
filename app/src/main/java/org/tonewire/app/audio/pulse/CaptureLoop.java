package org.tonewire.app.audio.pulse;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
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
    private PulseCapture.@Nullable Receiver receiver;

    /// The device to open another stream on, as the present one has other channels.
    private Optional<AudioDevice> reopened = Optional.empty();

    private boolean opened;

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
        ServerSnapshot server = query.take();
        Optional<AudioDevice> device = target.in(server);
        if (device.isEmpty()) {
            return target.absent(server);
        }
        Placement placement = new Placement(target, device.get());
        while (device.isPresent() && !capture.closed()) {
            captureFrom(connection, query, device.get(), placement);
            if (reopened.isPresent()) {
                device = reopened;
                continue;
            }
            // A server may end the stream of an unplugged default before it names the next one.
            device =
                    target.follows() && connection.alive()
                            ? target.in(query.take())
                            : Optional.empty();
            placement = device.map(next -> new Placement(target, next)).orElse(placement);
        }
        return capture.closed()
                ? new Problem(Reason.DEVICE_GONE, capture.label())
                : connection.streamEnded(capture.label());
    }

    private void captureFrom(
            PulseConnection connection, ServerQuery query, AudioDevice device, Placement placement)
            throws PulseException {
        reopened = Optional.empty();
        String id = device.id().value();
        InputChannels inputs = query.take().inputs(id);
        try (PulseStream stream = PulseStream.record(connection, id, FRAGMENT_FRAMES, inputs)) {
            if (!opened) {
                capture.opened(device.name(), connection);
                opened = true;
            }
            framer.begin(inputs.count());
            run(connection, stream, () -> place(placement, stream, inputs, query.take()));
        }
    }

    private void run(PulseConnection connection, PulseStream stream, Placement.Placing placing)
            throws PulseException {
        boolean started = false;
        while (!capture.closed() && stream.alive()) {
            if (!started && capture.receiver() != null) {
                receiver = capture.receiver();
                stream.start();
                started = true;
            }
            connection.iterate(STEP_MICROS);
            stream.call(capture.streamName());
            // Before anything is delivered: it may come from another device now.
            boolean moved = stream.takeMoved();
            if ((connection.takeChanged() || moved) && !placing.stays()) {
                return;
            }
            drain(stream);
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

    /// @return false when its device is gone, or has other channels than the stream
    private boolean place(
            Placement placement, PulseStream stream, InputChannels inputs, ServerSnapshot server) {
        String now = stream.deviceName();
        return switch (placement.next(server, now)) {
            case Placement.Step.Stay(String name) -> {
                capture.captures(name);
                reopened = server.find(now).filter(device -> hasOther(server, device, inputs));
                yield reopened.isEmpty();
            }
            case Placement.Step.MoveTo(AudioDevice next) -> {
                capture.captures(next.name());
                reopened = Optional.of(next).filter(device -> hasOther(server, device, inputs));
                if (reopened.isEmpty()) {
                    stream.moveRecordingTo(next.id().value());
                }
                yield reopened.isEmpty();
            }
            case Placement.Step.End() -> false;
        };
    }

    private static boolean hasOther(
            ServerSnapshot server, AudioDevice device, InputChannels inputs) {
        return !server.inputs(device.id().value()).equals(inputs);
    }
}
