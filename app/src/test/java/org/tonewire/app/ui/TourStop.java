package org.tonewire.app.ui;

import java.util.function.BiConsumer;
import java.util.function.Supplier;
import javafx.scene.Scene;
import org.tonewire.app.shell.WindowIntent;
import org.tonewire.app.shell.settings.Appearance;
import org.tonewire.app.ui.fake.FakeWorld;

/// One picture of the tour.
///
/// @param action what is done once the window stands
record TourStop(
        String name,
        Supplier<FakeWorld> source,
        WindowIntent intent,
        int width,
        int height,
        BiConsumer<Scene, FakeWorld> action) {

    static TourStop of(String name, Supplier<FakeWorld> source, WindowIntent intent) {
        return new TourStop(name, source, intent, 1_240, 800, (_, _) -> {});
    }

    TourStop then(BiConsumer<Scene, FakeWorld> more) {
        return new TourStop(name, source, intent, width, height, more);
    }

    TourStop sized(int newWidth, int newHeight) {
        return new TourStop(name, source, intent, newWidth, newHeight, action);
    }

    /// In the parametrised tests' names.
    @Override
    public String toString() {
        return name;
    }

    FakeWorld world(Appearance appearance) {
        FakeWorld world = source.get();
        world.store.with(world.store.load().withAppearance(appearance));
        return world;
    }
}
