package org.tonewire.app.ui;

import java.util.Locale;
import javafx.scene.Scene;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.testfx.util.WaitForAsyncUtils;
import org.tonewire.app.shell.settings.Appearance;
import org.tonewire.app.ui.fake.FakeWorld;
import org.tonewire.app.ui.shell.WindowOpener;

/// A stop of the tour in a window of the headless platform. It keeps its size and lies within the
/// screen: the platform cannot draw beyond it.
final class TourWindow implements AutoCloseable {
    private static final long LIMIT_MILLIS = 60_000;

    /// What an action leaves for later may leave something for later itself.
    private static final int ROUNDS = 5;

    private final Locale before = Locale.getDefault();
    private final FakeWorld world;
    private final Stage stage;

    TourWindow(TourStop stop, Appearance appearance) {
        world = stop.world(appearance);
        WindowOpener opener = world.window(stop.intent(), Runnable::run, () -> {});
        opener.load("");
        stage = WaitForAsyncUtils.waitForAsyncFx(LIMIT_MILLIS, () -> new Stage());
        fx(() -> {
            stage.setX(0);
            stage.setY(0);
            stage.setWidth(stop.width());
            stage.setHeight(stop.height());
            opener.open(stage, world.browsed::add);
        });
        fx(() -> stop.action().accept(scene(), world));
        fx(() -> {
            front().setWidth(stop.width());
            front().setHeight(stop.height());
        });
        settle();
    }

    /// Of the window that was opened last: the guide has one of its own.
    Scene scene() {
        return front().getScene();
    }

    private Stage front() {
        return front(stage);
    }

    static Stage front(Stage first) {
        return Window.getWindows().stream()
                .dropWhile(window -> !window.equals(first))
                .filter(Stage.class::isInstance)
                .map(Stage.class::cast)
                .reduce((_, last) -> last)
                .orElse(first);
    }

    FakeWorld world() {
        return world;
    }

    /// Until styles and places are as they will be on the screen.
    void settle() {
        fx(() -> Pulses.settle(scene()));
    }

    /// For what only looks: nothing is to be waited for after it.
    static void look(Runnable action) {
        WaitForAsyncUtils.waitForAsyncFx(LIMIT_MILLIS, action);
    }

    /// And then what it left for later. Styles and places are for [#settle].
    static void fx(Runnable action) {
        look(action);
        for (int round = 0; round < ROUNDS; round++) {
            look(() -> {});
        }
    }

    @Override
    public void close() {
        fx(() -> {
            stage.hide();
            stage.setScene(null);
        });
        Locale.setDefault(before);
    }
}
