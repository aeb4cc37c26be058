package org.tonewire.app.ui.shell;

import javafx.scene.Node;
import javafx.stage.Stage;
import org.tonewire.app.shell.Notifier;
import org.tonewire.app.text.Wording;
import org.tonewire.app.ui.model.SettingsModel;
import org.tonewire.app.ui.model.UiThreads;
import org.tonewire.app.ui.room.RoomViewModel;

/// Notifies when someone joins while the window is in the background, if the settings allow it.
///
/// @param frame a node of the window
record JoinNotifier(
        Node frame, SettingsModel settings, Notifier notifier, UiThreads threads, Wording wording) {
    /// Notifies of each participant who joins this room from now on.
    void follow(RoomViewModel room) {
        room.onJoined(name -> notifyJoined(room.roomName(), name));
    }

    private void notifyJoined(String room, String name) {
        if (!isInFront() && settings.now().get().desktop().notifications()) {
            String text = wording.text("notify.joined", name);
            threads.background().execute(() -> notifier.show(room, text));
        }
    }

    private boolean isInFront() {
        return frame.getScene().getWindow() instanceof Stage stage
                && stage.isFocused()
                && !stage.isIconified();
    }
}
