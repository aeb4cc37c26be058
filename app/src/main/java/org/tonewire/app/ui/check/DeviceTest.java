package org.tonewire.app.ui.check;

import java.util.Optional;
import java.util.concurrent.CompletionStage;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.tonewire.app.core.audio.LevelMeter;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.core.problem.Reason;
import org.tonewire.app.core.session.LocalAudio;
import org.tonewire.app.ui.model.UiThreads;

/// A short test of an audio device. Opens and closes the device in the background. FX thread.
public final class DeviceTest {
    private final CompletionStage<LocalAudio> ready;
    private final UiThreads threads;
    private final DeviceTestOpener opener;
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<Optional<Problem>> problem =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<LevelMeter> meter =
            new ReadOnlyObjectWrapper<>(new LevelMeter());
    private Runnable close = () -> {};

    /// Increases with every start and stop, so that late results of earlier runs are recognized and
    /// closed.
    private int generation;

    DeviceTest(CompletionStage<LocalAudio> ready, UiThreads threads, DeviceTestOpener opener) {
        this.ready = ready;
        this.threads = threads;
        this.opener = opener;
    }

    /// From the start until it is stopped or finished.
    public ReadOnlyBooleanProperty running() {
        return running.getReadOnlyProperty();
    }

    /// Why the last run failed.
    public ReadOnlyObjectProperty<Optional<Problem>> problem() {
        return problem.getReadOnlyProperty();
    }

    /// The level of the present run.
    public ReadOnlyObjectProperty<LevelMeter> meter() {
        return meter.getReadOnlyProperty();
    }

    public void toggle() {
        if (running.get()) {
            stop();
        } else {
            start();
        }
    }

    public void start() {
        stop();
        int current = ++generation;
        LevelMeter fresh = new LevelMeter();
        meter.set(fresh);
        problem.set(Optional.empty());
        running.set(true);
        var _ =
                ready.thenApplyAsync(
                                audio ->
                                        opener.open(
                                                audio,
                                                fresh,
                                                reason -> tell(() -> onEnd(current, reason))),
                                threads.background())
                        .exceptionally(
                                _ -> new DeviceTestOpening.Failed(Problem.of(Reason.INTERNAL)))
                        .thenAccept(opening -> tell(() -> opened(current, opening)));
    }

    public void stop() {
        generation++;
        running.set(false);
        threads.background().execute(close);
        close = () -> {};
    }

    private void opened(int of, DeviceTestOpening opening) {
        switch (opening) {
            case DeviceTestOpening.Running(Runnable closing) when of != generation ->
                    threads.background().execute(closing);
            case DeviceTestOpening.Running(Runnable closing) -> close = closing;
            case DeviceTestOpening.Failed(Problem why) -> onEnd(of, Optional.of(why));
        }
    }

    private void onEnd(int of, Optional<Problem> reason) {
        if (of == generation) {
            stop();
            problem.set(reason);
        }
    }

    private void tell(Runnable news) {
        threads.fx().execute(news);
    }
}
