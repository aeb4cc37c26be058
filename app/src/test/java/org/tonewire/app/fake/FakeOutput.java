package org.tonewire.app.fake;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tonewire.app.core.audio.AudioFormat;
import org.tonewire.app.core.device.AudioDevice;
import org.tonewire.app.core.device.AudioOutput;
import org.tonewire.app.core.device.DeviceId;
import org.tonewire.app.core.device.DeviceKind;
import org.tonewire.app.core.device.DeviceMatch;
import org.tonewire.app.core.device.OutputChoice;
import org.tonewire.app.core.mix.Mixer;
import org.tonewire.app.core.mix.OutputTiming;
import org.tonewire.app.core.mix.Renderer;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.core.problem.Reason;

/// An output whose devices are plugged, unplugged and pulled by the test. Reports results at once.
public final class FakeOutput implements AudioOutput, OutputTiming {
    public final List<OutputChoice> uses = new ArrayList<>();
    public final List<String> names = new ArrayList<>();
    public final List<float[]> played = new ArrayList<>();
    private final List<Consumer<Problem>> lostListeners = new ArrayList<>();
    private final List<AudioDevice> devices = new ArrayList<>();
    private OutputChoice choice = new OutputChoice.None();
    private Optional<AudioDevice> inUse = Optional.empty();
    private @Nullable Renderer renderer;
    private @Nullable Problem problem;
    private Problem stalled = Problem.of(Reason.SOUND_SERVER_STUCK);
    private @Nullable List<Runnable> held;
    private boolean broken;
    private boolean closed;

    /// With one device, named `fake`.
    public FakeOutput() {
        this(new AudioDevice(new DeviceId("fake"), "fake", DeviceKind.OUTPUT, true));
    }

    /// @param plugged the first is the default
    public FakeOutput(AudioDevice... plugged) {
        devices.addAll(List.of(plugged));
    }

    /// Every device is refused from here on.
    public void fail(Problem why) {
        problem = why;
    }

    /// Every change throws from here on, as a defect would.
    public void breakDown() {
        broken = true;
    }

    /// The opposite of [#fail(Problem)].
    public void work() {
        problem = null;
    }

    /// What is wrong with a device that takes nothing.
    public void stalls(Problem why) {
        stalled = why;
    }

    /// Choices wait from here on, and the device before is being closed.
    public void hold() {
        held = new ArrayList<>();
    }

    public void release() {
        List<Runnable> waiting = held == null ? List.of() : held;
        held = null;
        waiting.forEach(Runnable::run);
    }

    public boolean isClosed() {
        return closed;
    }

    /// Pulls this mixer from here on.
    public AudioOutput playing(Mixer mixer) {
        renderer = mixer.attach(this);
        return this;
    }

    /// Plays 10 ms; silence after it is closed.
    public void pull() {
        float[] frame = new float[AudioFormat.FRAME_VALUES];
        if (renderer != null) {
            if (!closed) {
                renderer.render(frame, AudioFormat.FRAME_SAMPLES);
            }
            played.add(frame);
        }
    }

    /// A device that was chosen and lost is used again.
    public void plug(AudioDevice device) {
        devices.add(device);
        if (!closed && inUse.isEmpty()) {
            inUse = find(choice);
        }
    }

    /// A default that is lost moves to the next device.
    public void unplug(AudioDevice device, Problem why) {
        devices.remove(device);
        if (closed || inUse.filter(device::equals).isEmpty()) {
            return;
        }
        inUse = choice instanceof OutputChoice.SystemDefault ? find(choice) : Optional.empty();
        if (inUse.isEmpty()) {
            List.copyOf(lostListeners).forEach(listener -> listener.accept(why));
        }
    }

    @Override
    public void use(OutputChoice wanted, Consumer<Optional<Problem>> done) {
        uses.add(wanted);
        if (broken) {
            throw new IllegalStateException("a defect");
        }
        if (held == null) {
            done.accept(closed ? Optional.empty() : change(wanted));
        } else {
            held.add(() -> use(wanted, done));
        }
    }

    private Optional<Problem> change(OutputChoice wanted) {
        if (problem != null) {
            return Optional.of(problem);
        }
        Optional<AudioDevice> found = find(wanted);
        if (found.isEmpty() && !(wanted instanceof OutputChoice.None)) {
            return Optional.of(
                    wanted.chosen()
                            .map(id -> new Problem(Reason.NO_SUCH_DEVICE, id.value()))
                            .orElse(Problem.of(Reason.NO_OUTPUT_DEVICE)));
        }
        choice = wanted.whole();
        inUse = found;
        return Optional.empty();
    }

    private Optional<AudioDevice> find(OutputChoice wanted) {
        return switch (wanted) {
            case OutputChoice.SystemDefault() -> devices.stream().findFirst();
            case OutputChoice.Chosen(DeviceId id) ->
                    DeviceMatch.find(devices, DeviceKind.OUTPUT, id);
            case OutputChoice.None() -> Optional.empty();
        };
    }

    @Override
    public void onLost(Consumer<Problem> listener) {
        lostListeners.add(listener);
    }

    @Override
    public String deviceName() {
        return held == null || held.isEmpty() ? inUse.map(AudioDevice::name).orElse("") : "";
    }

    @Override
    public void call(String name) {
        names.add(name);
    }

    @Override
    public Problem stalled() {
        return stalled;
    }

    @Override
    public double safeMillis() {
        return 5;
    }

    @Override
    public long latencyMicros() {
        return 0;
    }

    @Override
    public void close() {
        closed = true;
        inUse = Optional.empty();
    }
}
