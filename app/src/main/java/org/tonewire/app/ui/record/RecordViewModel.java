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

/// Whether the room is recorded, since when, and where it went. FX thread.
public final class RecordViewModel {
    private final Consumer<SessionCommand> session;
    private final Supplier<Path> folder;
    private final LongSupplier nanoTime;
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper changing = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<Optional<Recorded>> recorded =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<List<TrackLoss>> losses =
            new ReadOnlyObjectWrapper<>(List.of());
    private long startedNanos;

    /// @param folder to record to, asked at every start
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

    /// The last recording, from its end until it is put away or the next one begins.
    public ReadOnlyObjectProperty<Optional<Recorded>> recorded() {
        return recorded.getReadOnlyProperty();
    }

    /// What the recording that runs has lost up to now.
    public ReadOnlyObjectProperty<List<TrackLoss>> losses() {
        return losses.getReadOnlyProperty();
    }

    /// How long it has been running.
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
                recorded.set(Optional.of(new Recorded(into, files, elapsed(), lost)));
                losses.set(List.of());
                running.set(false);
            }
        }
        changing.set(false);
    }
}
