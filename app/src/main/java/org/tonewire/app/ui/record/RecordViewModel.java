package org.tonewire.app.ui.record;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.tonewire.app.core.record.RecordingStatus;
import org.tonewire.app.core.record.TrackLoss;
import org.tonewire.app.core.room.SessionCommand;

/// The state of the recording. FX thread.
public final class RecordViewModel {
    private final Consumer<SessionCommand> session;
    private final Supplier<Path> folder;
    private final LongSupplier nanoTime;
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper changing = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<Optional<FinishedRecording>> recorded =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<List<TrackLoss>> losses =
            new ReadOnlyObjectWrapper<>(List.of());
    private long startedNanos;

    /// @param folder the folder for recordings, read at every start
    public RecordViewModel(
            Consumer<SessionCommand> session, Supplier<Path> folder, LongSupplier nanoTime) {
        this.session = session;
        this.folder = folder;
        this.nanoTime = nanoTime;
    }

    public ReadOnlyBooleanProperty running() {
        return running.getReadOnlyProperty();
    }

    /// A start or stop is on its way.
    public ReadOnlyBooleanProperty changing() {
        return changing.getReadOnlyProperty();
    }

    /// The last recording, until it is dismissed or the next one starts.
    public ReadOnlyObjectProperty<Optional<FinishedRecording>> recorded() {
        return recorded.getReadOnlyProperty();
    }

    /// Losses of the running recording so far.
    public ReadOnlyObjectProperty<List<TrackLoss>> losses() {
        return losses.getReadOnlyProperty();
    }

    /// The duration of the running recording.
    public Duration elapsed() {
        return Duration.ofNanos(running.get() ? nanoTime.getAsLong() - startedNanos : 0);
    }

    public void toggle() {
        if (changing.get()) {
            return;
        }
        changing.set(true);
        session.accept(
                running.get()
                        ? new SessionCommand.StopRecording()
                        : new SessionCommand.StartRecording(folder.get()));
    }

    public void dismiss() {
        recorded.set(Optional.empty());
    }

    public void show(RecordingStatus status) {
        switch (status) {
            case RecordingStatus.Off() -> running.set(false);
            case RecordingStatus.Running(_, List<TrackLoss> lost) -> {
                if (!running.get()) {
                    startedNanos = nanoTime.getAsLong();
                }
                recorded.set(Optional.empty());
                losses.set(lost);
                running.set(true);
            }
            case RecordingStatus.Ended(Path into, int files, List<TrackLoss> lost) -> {
                recorded.set(Optional.of(new FinishedRecording(into, files, elapsed(), lost)));
                losses.set(List.of());
                running.set(false);
            }
        }
        changing.set(false);
    }
}
