package org.tonewire.app.ui.shell;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.net.URL;
import java.util.Objects;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.value.ObservableValue;
import javafx.scene.Scene;
import javafx.stage.Window;
import org.tonewire.app.shell.settings.Settings.Theme;

/// Applies the theme, and follows the system's if chosen. FX thread.
final class ThemeSwitch {
    private static final String[] SHEETS = {
        "window", "control", "start", "room", "settings", "help"
    };

    private final Scene scene;
    private Theme theme = Theme.SYSTEM;

    ThemeSwitch(Scene scene) {
        this.scene = scene;
        ObservableValue<Boolean> seen =
                scene.windowProperty().flatMap(Window::showingProperty).orElse(false);
        Platform.getPreferences().colorSchemeProperty().when(seen).subscribe(_ -> apply());
    }

    void use(Theme chosen) {
        theme = chosen;
        apply();
    }

    private void apply() {
        boolean dark =
                switch (theme) {
                    case LIGHT -> false;
                    case DARK -> true;
                    case SYSTEM -> Platform.getPreferences().getColorScheme() == ColorScheme.DARK;
                };
        Application.setUserAgentStylesheet(
                dark
                        ? new PrimerDark().getUserAgentStylesheetBSS()
                        : new PrimerLight().getUserAgentStylesheetBSS());
        scene.getStylesheets().setAll(sheet(dark ? "dark" : "light"));
        for (String name : SHEETS) {
            scene.getStylesheets().add(sheet(name));
        }
    }

    private static String sheet(String name) {
        String file = "/org/tonewire/app/ui/" + name + ".css";
        URL address = Objects.requireNonNull(ThemeSwitch.class.getResource(file), file);
        return address.toExternalForm();
    }
}
