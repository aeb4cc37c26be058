package org.tonewire.app.ui;

import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import javafx.application.Application;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.tonewire.app.ui.shell.WindowOpener;

/// The JavaFX application. JavaFX creates the instance, so what opens its window is passed through
/// a static field, once.
public final class TonewireApplication extends Application {
    private static final AtomicReference<@Nullable WindowOpener> NEXT = new AtomicReference<>();

    private final WindowOpener window = Objects.requireNonNull(NEXT.getAndSet(null), "use launch");

    /// Shows the window. Blocks until it is closed and JavaFX has ended.
    ///
    /// @param onClosed called on this thread after the window is closed and the room is left
    public static void launch(WindowOpener window, Runnable onClosed) {
        NEXT.set(window);
        try {
            Application.launch(TonewireApplication.class);
        } finally {
            onClosed.run();
        }
    }

    /// Launcher thread: reads the stored data while JavaFX starts.
    @Override
    public void init() {
        window.load(System.getProperty("user.name", ""));
    }

    @Override
    public void start(Stage stage) {
        window.open(stage, page -> getHostServices().showDocument(page));
    }
}
