package org.tonewire.app.ui;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import javafx.animation.AnimationTimer;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.geometry.Rectangle2D;
import javafx.scene.image.Image;
import javafx.scene.robot.Robot;
import javafx.stage.Stage;
import org.tonewire.app.shell.settings.Appearance;
import org.tonewire.app.shell.settings.Language;
import org.tonewire.app.shell.settings.Settings.Theme;
import org.tonewire.app.ui.fake.FakeWorld;
import org.tonewire.app.ui.fake.MeterFeed;
import org.tonewire.app.ui.shell.WindowOpener;

/// Walks through the screens with fakes and writes a PNG of each, for looking at. Run it under Xvfb
/// with the test class path and the arguments `FOLDER light|dark LANGUAGE [STOP]`, as in `pictures
/// dark de room`; give `-Dglass.gtk.uiScale=2.0` for 200 %.
public final class ScreenshotTour {
    private ScreenshotTour() {}

    public static void main(String[] arguments) {
        Application.launch(Tour.class, arguments);
    }

    /// Shows one stop after the other.
    public static final class Tour extends Application {
        private static final int FRAMES_TO_SETTLE = 50;
        private static final int FRAMES_AFTER_ACTION = 25;

        private final Queue<TourStop> stops = new ArrayDeque<>();
        private Path folder = Path.of(".");
        private Appearance appearance = Appearance.DEFAULT;

        @Override
        public void start(Stage unused) {
            Platform.setImplicitExit(false);
            List<String> arguments = getParameters().getRaw();
            folder = Path.of(arguments.get(0));
            appearance =
                    Appearance.DEFAULT
                            .withTheme(Theme.valueOf(arguments.get(1).toUpperCase(Locale.ROOT)))
                            .withLanguage(Language.ofTag(arguments.get(2)).orElseThrow());
            String wanted = arguments.size() > 3 ? arguments.get(3) : "";
            TourStops.all().stream()
                    .filter(stop -> stop.name().contains(wanted))
                    .forEach(stops::add);
            next();
        }

        private void next() {
            TourStop stop = stops.poll();
            if (stop == null) {
                Platform.exit();
                return;
            }
            FakeWorld world = stop.world(appearance);
            Stage stage = new Stage();
            WindowOpener opener = world.window(stop.intent(), Runnable::run, () -> {});
            opener.load("");
            opener.open(stage, _ -> {});
            stage.setX(0);
            stage.setY(0);
            stage.setWidth(stop.width());
            stage.setHeight(stop.height());
            MeterFeed feed = new MeterFeed(world.session().snapshot());
            after(
                    FRAMES_TO_SETTLE,
                    feed,
                    () -> {
                        stop.action().accept(stage.getScene(), world);
                        after(FRAMES_AFTER_ACTION, feed, () -> capture(stage, stop));
                    });
        }

        private void capture(Stage first, TourStop stop) {
            Stage stage = TourWindow.front(first);
            Rectangle2D place =
                    new Rectangle2D(
                            stage.getX(),
                            stage.getY(),
                            stage.getScene().getWidth(),
                            stage.getScene().getHeight());
            Image picture = new Robot().getScreenCapture(null, place, false);
            try {
                Files.createDirectories(folder);
                PngWriter.write(picture, folder.resolve(stop.name() + ".png"));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            first.hide();
            next();
        }

        private static void after(int frames, MeterFeed feed, Runnable then) {
            new AnimationTimer() {
                private int passed;

                @Override
                public void handle(long nanos) {
                    feed.next();
                    feed.next();
                    if (++passed == frames) {
                        stop();
                        then.run();
                    }
                }
            }.start();
        }
    }
}
