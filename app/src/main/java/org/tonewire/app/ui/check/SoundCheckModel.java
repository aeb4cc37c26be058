package org.tonewire.app.ui.check;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import org.tonewire.app.core.audio.LevelMeter;
import org.tonewire.app.core.device.AudioOutput;
import org.tonewire.app.core.device.DeviceId;
import org.tonewire.app.core.device.OutputChoice;
import org.tonewire.app.core.mix.Mixer;
import org.tonewire.app.core.mix.TrackQueue;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.core.session.LocalAudio;
import org.tonewire.app.core.source.SourceListener;
import org.tonewire.app.core.source.SourceOpening;
import org.tonewire.app.core.source.SourceOrigin;
import org.tonewire.app.core.source.SourceStream;
import org.tonewire.app.ui.model.SettingsModel;
import org.tonewire.app.ui.model.UiThreads;

/// Tests the selected microphone and output device. FX thread.
public final class SoundCheckModel {
    private static final double TONE_HZ = 440;

    private final SettingsModel settings;
    private final DeviceTest microphone;
    private final DeviceTest tone;

    /// @param ready completes when devices can be opened
    public SoundCheckModel(
            CompletionStage<LocalAudio> ready, SettingsModel settings, UiThreads threads) {
        this.settings = settings;
        this.microphone = new DeviceTest(ready, threads, this::openMicrophone);
        this.tone = new DeviceTest(ready, threads, this::openTone);
    }

    /// Shows the level of the microphone; nothing is sent or played.
    public DeviceTest microphone() {
        return microphone;
    }

    /// Plays a tone for two seconds.
    public DeviceTest tone() {
        return tone;
    }

    public ObservableValue<Optional<DeviceId>> microphoneChoice() {
        return settings.now().map(now -> now.sound().microphone());
    }

    public ObservableValue<OutputChoice> outputChoice() {
        return settings.now().map(now -> now.sound().output());
    }

    /// Selects another microphone; a running test continues with it.
    public void useMicrophone(Optional<DeviceId> device) {
        settings.setMicrophone(device);
        if (microphone.running().get()) {
            microphone.start();
        }
    }

    /// Selects another output device; a running tone starts again on it.
    public void useOutput(OutputChoice choice) {
        settings.setOutput(choice);
        if (tone.running().get()) {
            tone.start();
        }
    }

    /// Ends all tests and releases the devices.
    public void stop() {
        microphone.stop();
        tone.stop();
    }

    private DeviceTestOpening openMicrophone(
            LocalAudio audio, LevelMeter meter, Consumer<Optional<Problem>> onEnd) {
        Optional<DeviceId> device = settings.now().get().sound().microphone();
        return switch (audio.open(new SourceOrigin.Microphone(device))) {
            case SourceOpening.Failed(Problem problem) -> new DeviceTestOpening.Failed(problem);
            case SourceOpening.Opened(SourceStream stream) -> {
                stream.start((frame, _) -> meter.measure(frame), new Ending(onEnd));
                yield new DeviceTestOpening.Running(stream::close);
            }
        };
    }

    private DeviceTestOpening openTone(
            LocalAudio audio, LevelMeter meter, Consumer<Optional<Problem>> onEnd) {
        Mixer mixer = new Mixer();
        AudioOutput output = audio.openOutput(mixer);
        output.onLost(problem -> onEnd.accept(Optional.of(problem)));
        CompletableFuture<Optional<Problem>> answer = new CompletableFuture<>();
        output.use(settings.now().get().sound().output(), answer::complete);
        Optional<Problem> refused = answer.join();
        if (refused.isPresent()) {
            output.close();
            return new DeviceTestOpening.Failed(refused.get());
        }
        return switch (audio.open(new SourceOrigin.Tone(TONE_HZ))) {
            case SourceOpening.Failed(Problem problem) -> {
                output.close();
                yield new DeviceTestOpening.Failed(problem);
            }
            case SourceOpening.Opened(SourceStream stream) -> {
                TrackQueue track = mixer.openTrack();
                stream.start(new ToneSpan(track, meter, onEnd), new Ending(onEnd));
                yield new DeviceTestOpening.Running(() -> close(stream, mixer, output));
            }
        };
    }

    private static void close(SourceStream stream, Mixer mixer, AudioOutput output) {
        stream.close();
        mixer.end();
        output.close();
    }

    private record Ending(Consumer<Optional<Problem>> onEnd) implements SourceListener {
        @Override
        public void ended() {
            onEnd.accept(Optional.empty());
        }

        @Override
        public void failed(Problem problem) {
            onEnd.accept(Optional.of(problem));
        }
    }
}
