package org.tonewire.app.core.session;

import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tonewire.app.core.audio.Decibels;
import org.tonewire.app.core.audio.RenderBus;
import org.tonewire.app.core.device.AudioOutput;
import org.tonewire.app.core.device.OutputChoice;
import org.tonewire.app.core.device.TrackOutput;
import org.tonewire.app.core.loop.EventLoop;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.core.room.OutputStatus;
import org.tonewire.app.core.room.SessionEvent;

/// Where received sound goes: the output device, its fader, and what became of it. Session thread
/// only.
final class Listening {
    private static final double MIN_GAIN_DB = -60;
    private static final double MAX_GAIN_DB = 12;

    private final EventLoop loop;
    private final Consumer<SessionEvent> events;
    private final RenderBus bus = new RenderBus();
    private OutputChoice choice = new OutputChoice.SystemDefault();
    private Optional<Problem> problem = Optional.empty();
    private double masterGainDb;
    private @Nullable AudioOutput output;

    Listening(EventLoop loop, Consumer<SessionEvent> events) {
        this.loop = loop;
        this.events = events;
    }

    RenderBus bus() {
        return bus;
    }

    /// Before [#open(AudioOutput)].
    void choose(OutputChoice choice) {
        this.choice = choice;
    }

    void open(AudioOutput output) {
        this.output = output;
        output.onLost(lost -> loop.post(() -> lost(lost)));
        use(choice);
    }

    TrackOutput openTrack() {
        if (output == null) {
            throw new IllegalStateException("tracks come after the output was opened");
        }
        return output.openTrack();
    }

    void use(OutputChoice next) {
        if (output == null) {
            return;
        }
        Optional<Problem> failed = output.use(next);
        if (failed.isEmpty()) {
            choice = next;
        }
        problem = failed;
        failed.ifPresentOrElse(
                p -> events.accept(new SessionEvent.ProblemOccurred(p)),
                () -> events.accept(new SessionEvent.SettingChanged()));
    }

    void setMasterGain(double gainDb) {
        masterGainDb = Math.clamp(gainDb, MIN_GAIN_DB, MAX_GAIN_DB);
        bus.setMasterGain(masterGainDb <= MIN_GAIN_DB ? 0 : Decibels.toAmplitude(masterGainDb));
        if (output != null) {
            output.setMasterGainDb(masterGainDb);
        }
        events.accept(new SessionEvent.SettingChanged());
    }

    OutputStatus view() {
        String device = output == null ? "" : output.health().deviceName();
        return new OutputStatus(choice, device, masterGainDb, problem, bus.meter());
    }

    void close() {
        if (output != null) {
            output.close();
        }
    }

    /// The device is gone: the default takes its place where there is one.
    private void lost(Problem lost) {
        problem = Optional.of(lost);
        events.accept(new SessionEvent.ProblemOccurred(lost));
        use(new OutputChoice.SystemDefault());
    }
}
