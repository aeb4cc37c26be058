package org.tonewire.app.ui.shell;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import atlantafx.base.theme.Theme;
import java.net.URL;
import java.util.Objects;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.value.ObservableValue;
import javafx.scene.Scene;
import javafx.stage.Window;
import org.tonewire.app.shell.settings.Settings.Look;

/// Applies the theme, and follows the system's if chosen. FX thread.
final class ThemeSwitch {
    private static final String[] SHEETS = {
        "window", "control", "start", "room", "settings", "help"
    };

    private final Scene scene;
    private Look look = Look.SYSTEM;

    ThemeSwitch(Scene scene) {
        this.scene = scene;
        ObservableValue<Boolean> seen =
                scene.windowProperty().flatMap(Window::showingProperty).orElse(false);
        Platform.getPreferences().colorSchemeProperty().when(seen).subscribe(_ -> apply());
    }

    void use(Look wanted) {
        look = wanted;
        apply();
    }

    private void apply() {
        boolean dark =
                switch (look) {
                    case LIGHT -> false;
                    case DARK -> true;
                    case SYSTEM -> Platform.getPreferences().getColorScheme() == ColorScheme.DARK;
                };
        Theme base = dark ? new PrimerDark() : new PrimerLight();
        Application.setUserAgentStylesheet(base.getUserAgentStylesheetBSS());
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
