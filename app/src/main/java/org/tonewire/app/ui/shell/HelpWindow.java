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

/// The user guide in its own window, so that it can be read beside the program. The guide is parsed
/// at first use. FX thread.
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

    /// Brings the window to the front; a newly opened window shows this topic.
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

    /// Closes together with the main window.
    void closeWith(Stage owner) {
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
        ThemeSwitch themeSwitch = new ThemeSwitch(scene);
        ObservableValue<Appearance> appearance = settings.now().map(Settings::appearance);
        Subscription theme = settings.now().map(Settings::theme).subscribe(themeSwitch::use);
        Subscription language =
                appearance
                        .map(Appearance::language)
                        .subscribe(
                                (_, _) -> threads.fx().execute(() -> refreshTexts(scene, model)));
        opened.setScene(scene);
        opened.setTitle(wording.text("help.title"));
        opened.setMinWidth(680);
        opened.setMinHeight(420);
        opened.setOnHidden(_ -> {
            theme.and(language).unsubscribe();
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

    /// Updates all texts after a change of the language.
    private void refreshTexts(Scene scene, HelpViewModel model) {
        scene.setRoot(view(model));
        if (stage != null) {
            stage.setTitle(wording.text("help.title"));
        }
    }
}
