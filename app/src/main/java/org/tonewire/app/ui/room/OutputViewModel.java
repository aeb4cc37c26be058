package org.tonewire.app.ui.room;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.tonewire.app.core.audio.LevelMeter;
import org.tonewire.app.core.device.OutputChoice;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.core.room.OutputStatus;
import org.tonewire.app.core.room.SessionCommand;
import org.tonewire.app.ui.model.OptimisticValue;
import org.tonewire.app.ui.model.SettingsModel;

/// The output device and the master gain. FX thread.
public final class OutputViewModel {
    private final Consumer<SessionCommand> session;
    private final SettingsModel settings;
    private final ReadOnlyObjectWrapper<OutputChoice> choice;
    private final ReadOnlyObjectWrapper<Optional<Problem>> problem;
    private final ReadOnlyObjectWrapper<LevelMeter> meter;
    private final OptimisticValue masterGainDb;

    OutputViewModel(OutputStatus start, Consumer<SessionCommand> session, SettingsModel settings) {
        this.session = session;
        this.settings = settings;
        this.choice = new ReadOnlyObjectWrapper<>(start.choice());
        this.problem = new ReadOnlyObjectWrapper<>(start.problem());
        this.meter = new ReadOnlyObjectWrapper<>(start.meter());
        this.masterGainDb = new OptimisticValue(start.masterGainDb());
    }

    void show(OutputStatus now) {
        choice.set(now.choice());
        problem.set(now.problem());
        meter.set(now.meter());
        masterGainDb.update(now.masterGainDb());
    }

    public ReadOnlyObjectProperty<OutputChoice> choice() {
        return choice.getReadOnlyProperty();
    }

    /// Why nothing is played.
    public ReadOnlyObjectProperty<Optional<Problem>> problem() {
        return problem.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<LevelMeter> meter() {
        return meter.getReadOnlyProperty();
    }

    public ReadOnlyDoubleProperty masterGainDb() {
        return masterGainDb.shown();
    }

    /// Selects another device, for this room and later ones.
    public void use(OutputChoice wanted) {
        session.accept(new SessionCommand.SetOutput(wanted));
        settings.setOutput(wanted);
    }

    public void setMasterGain(double db) {
        masterGainDb.set(db);
        session.accept(new SessionCommand.SetMasterGain(db));
    }
}
