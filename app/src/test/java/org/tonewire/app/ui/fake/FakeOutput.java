package org.tonewire.app.ui.fake;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tonewire.app.core.audio.AudioFormat;
import org.tonewire.app.core.device.AudioOutput;
import org.tonewire.app.core.device.OutputChoice;
import org.tonewire.app.core.mix.Mixer;
import org.tonewire.app.core.mix.OutputTiming;
import org.tonewire.app.core.mix.Renderer;
import org.tonewire.app.core.problem.Problem;

/// An output whose device pulls when a test says so, and keeps what it got.
public final class FakeOutput implements AudioOutput, OutputTiming {
    public final List<OutputChoice> uses = new ArrayList<>();
    public final List<float[]> played = new ArrayList<>();
    private @Nullable Renderer renderer;
    private @Nullable Problem problem;
    private boolean closed;

    public void fail(Problem why) {
        problem = why;
    }

    public boolean isClosed() {
        return closed;
    }

    /// Pulls this mixer from here on.
    public AudioOutput playing(Mixer mixer) {
        renderer = mixer.attach(this);
        return this;
    }

    /// The device plays 10 ms.
    public void pull() {
        float[] frame = new float[AudioFormat.FRAME_VALUES];
        if (renderer != null) {
            renderer.render(frame, AudioFormat.FRAME_SAMPLES);
            played.add(frame);
        }
    }

    @Override
    public void use(OutputChoice choice, Consumer<Optional<Problem>> done) {
        uses.add(choice);
        done.accept(Optional.ofNullable(problem));
    }

    @Override
    public void onLost(Consumer<Problem> listener) {}

    @Override
    public String deviceName() {
        return "fake";
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
    }
}
