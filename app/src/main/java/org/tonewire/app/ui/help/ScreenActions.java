package org.tonewire.app.ui.help;

import javafx.scene.Node;
import org.tonewire.app.text.Wording;
import org.tonewire.app.ui.control.Buttons;
import org.tonewire.app.ui.control.Icon;

/// Actions of a screen that lead to the user guide and the settings.
public record ScreenActions(Runnable openHelp, Runnable openSettings) {
    public Node helpButton(Wording wording) {
        return Buttons.icon(Icon.HELP, wording.text("help.tip"), openHelp);
    }

    public Node settingsButton(Wording wording) {
        return Buttons.icon(Icon.SETTINGS, wording.text("settings.tip"), openSettings);
    }
}
