package org.tonewire.app.ui.shell;

import java.util.Optional;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.tonewire.app.core.invite.Invite;
import org.tonewire.app.shell.TrayCommand;
import org.tonewire.app.shell.settings.Settings;
import org.tonewire.app.ui.control.RestingCaret;
import org.tonewire.app.ui.model.SettingsModel;
import org.tonewire.app.ui.model.UiThreads;
import org.tonewire.app.ui.room.RoomViewModel;
import org.tonewire.app.ui.talk.TalkViewModel;
import org.tonewire.app.ui.talk.WindowKeys;

/// The main window: its stage around the screens, its keys, and how it closes. FX thread.
final class TonewireWindow {
    private static final KeyCombination SETTINGS =
            new KeyCodeCombination(KeyCode.COMMA, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination HELP = new KeyCodeCombination(KeyCode.F1);

    private final Stage stage;
    private final Screens screens;
    private final SettingsModel settings;
    private final TalkViewModel talk;
    private final WindowLaunch launch;
    private final TrayPresence tray;
    private final UiThreads threads;

    TonewireWindow(
            Stage stage,
            Screens screens,
            SharedModels models,
            WindowLaunch launch,
            TrayPresence tray,
            UiThreads threads) {
        this.stage = stage;
        this.screens = screens;
        this.settings = models.settings();
        this.talk = models.talk();
        this.launch = launch;
        this.tray = tray;
        this.threads = threads;
    }

    /// Shows the window and does the first action; on first use the first steps come before it.
    void show() {
        boolean welcome = launch.welcomes(settings.now().get());
        if (welcome) {
            screens.showWelcome(this::begin);
        } else {
            screens.showStart();
        }
        Scene scene = scene();
        WindowKeys.hear(stage, scene, talk);
        stage.setScene(scene);
        stage.setMinWidth(880);
        stage.setMinHeight(560);
        stage.setOnCloseRequest(_ -> closeRequested());
        stage.iconifiedProperty().subscribe(_ -> seen());
        stage.showingProperty().subscribe(_ -> seen());
        stage.show();
        screens.focusFirst();
        if (!welcome) {
            begin();
        }
        launch.follow(invite -> threads.fx().execute(() -> launchedAgain(invite)));
    }

    private void begin() {
        launch.begin(screens.start(), settings.now().get());
    }

    private Scene scene() {
        Scene scene = new Scene(screens.frame(), 1_240, 800);
        ThemeSwitch themeSwitch = new ThemeSwitch(scene);
        settings.now().map(Settings::theme).subscribe(themeSwitch::use);
        MotionSwitch motion = new MotionSwitch(screens.ticker(), screens.frame());
        settings.now().map(Settings::appearance).subscribe(motion::use);
        RestingCaret.in(scene);
        scene.getAccelerators().put(SETTINGS, screens::showSettings);
        scene.getAccelerators().put(HELP, screens::showHelp);
        return scene;
    }

    /// Brings the window to the front and shows the invite, if any.
    private void launchedAgain(Optional<Invite> invite) {
        bringToFront();
        invite.ifPresent(screens::offer);
    }

    private void bringToFront() {
        stage.setIconified(false);
        stage.show();
        stage.toFront();
        stage.requestFocus();
    }

    /// Starts the tray icon: last, after everything that the user waits for.
    void startTray() {
        if (stage.isShowing()) {
            tray.onCommand(command -> threads.fx().execute(() -> perform(command)));
            screens.inRoom().subscribe(tray::follow);
            settings.now().subscribe(tray::use);
        }
    }

    private void perform(TrayCommand command) {
        switch (command) {
            case SHOW_WINDOW -> bringToFront();
            case TOGGLE_MUTE ->
                    screens.room().ifPresent(room -> room.sources().toggleMicrophonesMuted());
            case LEAVE -> screens.room().ifPresent(this::leave);
            case QUIT -> stage.fireEvent(new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST));
        }
    }

    /// If the host must be asked whether to close the room, the window must be visible.
    private void leave(RoomViewModel room) {
        room.leave();
        if (room.askingToClose().get()) {
            screens.showRoom();
            bringToFront();
        }
    }

    private void seen() {
        if (stage.isShowing() && !stage.isIconified()) {
            screens.ticker().windowShown();
        } else {
            screens.ticker().windowHidden();
        }
    }

    /// Hides the window at once; the room is left in the background, and then the process ends.
    /// Closing the window does not ask, unlike leaving the room.
    private void closeRequested() {
        screens.room().ifPresent(RoomViewModel::leaveNow);
        launch.windowCloses();
        tray.end();
        talk.end();
        screens.start().cancel();
    }
}
