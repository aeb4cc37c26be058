package org.tonewire.app.ui.shell;

import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.scene.Scene;
import javafx.stage.Stage;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.tonewire.app.shell.settings.Appearance;
import org.tonewire.app.shell.settings.Settings;
import org.tonewire.app.text.Wording;
import org.tonewire.app.ui.help.Guide;
import org.tonewire.app.ui.help.HelpView;
import org.tonewire.app.ui.help.HelpViewModel;
import org.tonewire.app.ui.model.SettingsModel;
import org.tonewire.app.ui.model.UiThreads;

/// The user guide in a window of its own, so that one can read it and do what it says. The guide is
/// read when it is first asked for. FX thread.
final class HelpWindow {
    private static final double WIDTH = 1_000;
    private static final double HEIGHT = 740;

    private final SettingsModel settings;
    private final Wording wording;
    private final UiThreads threads;
    private final Consumer<String> browser;
    private @Nullable Stage stage;

    HelpWindow(
            SettingsModel settings, Wording wording, UiThreads threads, Consumer<String> browser) {
        this.settings = settings;
        this.wording = wording;
        this.threads = threads;
        this.browser = browser;
    }

    /// Comes to the front; opens at this topic where it is not open.
    void show(String anchor) {
        if (stage == null) {
            threads.background()
                    .execute(() -> {
                        HelpViewModel model = new HelpViewModel(Guide.read());
                        threads.fx().execute(() -> open(model, anchor));
                    });
        } else {
            stage.setIconified(false);
            stage.toFront();
            stage.requestFocus();
        }
    }

    /// Closes when the program's own window goes.
    void goWith(Stage owner) {
        owner.showingProperty()
                .subscribe(showing -> {
                    if (!showing) {
                        close();
                    }
                });
    }

    private void close() {
        if (stage != null) {
            stage.hide();
        }
    }

    private void open(HelpViewModel model, String anchor) {
        if (stage != null) {
            return;
        }
        Stage opened = new Stage();
        stage = opened;
        Scene scene = new Scene(view(model), WIDTH, HEIGHT);
        ThemeSwitch theme = new ThemeSwitch(scene);
        ObservableValue<Appearance> appearance = settings.now().map(Settings::appearance);
        Subscription look = settings.now().map(Settings::look).subscribe(theme::use);
        Subscription language =
                appearance
                        .map(Appearance::language)
                        .subscribe((_, _) -> threads.fx().execute(() -> sayAnew(scene, model)));
        opened.setScene(scene);
        opened.setTitle(wording.text("help.title"));
        opened.setMinWidth(680);
        opened.setMinHeight(420);
        opened.setOnHidden(_ -> {
            look.and(language).unsubscribe();
            stage = null;
        });
        opened.show();
        if (scene.getRoot() instanceof HelpView view) {
            view.follow(anchor);
            view.focusSearch();
        }
    }

    private HelpView view(HelpViewModel model) {
        return new HelpView(model, browser, this::close, wording);
    }

    /// After the language changed.
    private void sayAnew(Scene scene, HelpViewModel model) {
        scene.setRoot(view(model));
        if (stage != null) {
            stage.setTitle(wording.text("help.title"));
        }
    }
}
