package org.tonewire.app.ui.shell;

import java.util.Optional;
import javafx.scene.Node;
import javafx.stage.Stage;
import org.tonewire.app.shell.Notifier;
import org.tonewire.app.text.Wording;
import org.tonewire.app.ui.model.SettingsModel;
import org.tonewire.app.ui.model.UiThreads;

/// Notifies when someone joins while the window is in the background, if the settings allow it.
///
/// @param frame a node of the window
record JoinNotifier(
        Node frame, SettingsModel settings, Notifier notifier, UiThreads threads, Wording wording) {
    void notifyJoined(Optional<String> room, String name) {
        if (room.isPresent() && !isInFront() && settings.now().get().desktop().notifications()) {
            String words = wording.text("notify.joined", name);
            threads.background().execute(() -> notifier.show(room.get(), words));
        }
    }

    private boolean isInFront() {
        return frame.getScene().getWindow() instanceof Stage stage
                && stage.isFocused()
                && !stage.isIconified();
    }
}
