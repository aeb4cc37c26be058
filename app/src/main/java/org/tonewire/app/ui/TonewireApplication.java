package org.tonewire.app.ui;

import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javafx.application.Application;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.tonewire.app.shell.KnownRooms;
import org.tonewire.app.shell.settings.Settings;
import org.tonewire.app.ui.model.StoredData;
import org.tonewire.app.ui.model.WindowServices;
import org.tonewire.app.ui.shell.TonewireWindow;
import org.tonewire.signaling.protocol.ParticipantName;

/// The JavaFX application. JavaFX creates the instance, so its dependencies are passed through a
/// static field, once.
public final class TonewireApplication extends Application {
    private static final AtomicReference<@Nullable WindowServices> NEXT = new AtomicReference<>();

    private final WindowServices services =
            Objects.requireNonNull(NEXT.getAndSet(null), "use launch");
    private StoredData loaded = new StoredData(Settings.DEFAULT, KnownRooms.NONE);

    /// Shows the window. Blocks until it is closed and JavaFX has ended.
    ///
    /// @param onClosed called on this thread after the window is closed and the room is left
    public static void launch(WindowServices services, Runnable onClosed) {
        NEXT.set(services);
        try {
            Application.launch(TonewireApplication.class);
        } finally {
            onClosed.run();
        }
    }

    /// Launcher thread: reads the stored data while JavaFX starts.
    @Override
    public void init() {
        StoredData read = services.storage().load();
        loaded = read.with(named(read.settings()));
    }

    /// Proposes the account name if no name is stored.
    private static Settings named(Settings s) {
        Optional<ParticipantName> name =
                s.name().or(() -> ParticipantName.parse(System.getProperty("user.name", "")));
        return s.withName(name);
    }

    @Override
    public void start(Stage stage) {
        new TonewireWindow(stage, services, loaded, page -> getHostServices().showDocument(page))
                .show();
    }
}
