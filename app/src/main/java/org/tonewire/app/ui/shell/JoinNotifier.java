package org.tonewire.app.ui.shell;

import java.util.Optional;
import javafx.scene.Node;
import javafx.stage.Stage;
import org.tonewire.app.shell.Notifier;
import org.tonewire.app.text.Wording;
import org.tonewire.app.ui.model.SettingsModel;
import org.tonewire.app.ui.model.UiThreads;

/// Lets the desktop tell of who comes into the room, where that is wanted and the window is not in
/// front.
///
/// @param frame in the window
record JoinNotifier(
        Node frame, SettingsModel settings, Notifier notifier, UiThreads threads, Wording wording) {
    void ring(Optional<String> room, String comer) {
        if (room.isPresent() && !isInFront() && settings.now().get().desktop().notifications()) {
            String words = wording.text("notify.joined", comer);
            threads.background().execute(() -> notifier.tell(room.get(), words));
        }
    }

    private boolean isInFront() {
        return frame.getScene().getWindow() instanceof Stage stage
                && stage.isFocused()
                && !stage.isIconified();
    }
}
