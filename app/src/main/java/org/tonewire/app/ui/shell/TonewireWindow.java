package org.tonewire.app.ui.shell;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tonewire.app.core.device.OutputChoice;
import org.tonewire.app.core.host.HostRequest;
import org.tonewire.app.core.invite.Invite;
import org.tonewire.app.shell.TrayCommand;
import org.tonewire.app.shell.WindowIntent;
import org.tonewire.app.shell.settings.Appearance;
import org.tonewire.app.shell.settings.Settings;
import org.tonewire.app.text.Wording;
import org.tonewire.app.ui.model.AudioServices;
import org.tonewire.app.ui.model.DesktopServices;
import org.tonewire.app.ui.model.SettingsModel;
import org.tonewire.app.ui.model.StoredData;
import org.tonewire.app.ui.model.UiThreads;
import org.tonewire.app.ui.model.WindowServices;
import org.tonewire.app.ui.room.RoomViewModel;
import org.tonewire.app.ui.start.StartViewModel;
import org.tonewire.app.ui.talk.TalkViewModel;
import org.tonewire.app.ui.talk.WindowKeys;

/// The main window. It shows at once; services that load native libraries are created afterwards.
/// FX thread.
public final class TonewireWindow {
    private static final Logger LOG = LoggerFactory.getLogger(TonewireWindow.class);
    private static final KeyCombination SETTINGS =
            new KeyCodeCombination(KeyCode.COMMA, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination HELP = new KeyCodeCombination(KeyCode.F1);

    private final Stage stage;
    private final WindowServices services;
    private final UiThreads threads;
    private final SettingsModel settings;
    private final TalkViewModel talk;
    private final CompletableFuture<AudioServices> sound = new CompletableFuture<>();
    private final Screens screens;
    private final JoinNotifier joinNotifier;
    private final HelpWindow help;
    private final TrayPresence tray;

    /// @param loaded stored data
    /// @param browser opens a web page
    public TonewireWindow(
            Stage stage, WindowServices services, StoredData loaded, Consumer<String> browser) {
        this.stage = stage;
        this.services = services;
        this.threads = new UiThreads(new FxThread(), services.background());
        Wording wording = services.wording();
        DesktopServices desktop = services.desktop();
        SharedModels models = SharedModels.of(services, loaded, sound, threads);
        this.settings = models.settings();
        this.talk = models.talk();
        Reports reports = new Reports(desktop.report(), models.devices().devices());
        this.screens =
                new Screens(models, sound, services.launch().intent(), reports, threads, wording);
        this.joinNotifier =
                new JoinNotifier(screens.frame(), settings, desktop.notifier(), threads, wording);
        this.help = new HelpWindow(settings, wording, threads, browser);
        screens.onHelp(help::show);
        this.tray =
                new TrayPresence(
                        desktop.tray(),
                        wording,
                        command -> threads.fx().execute(() -> perform(command)));
    }

    public void show() {
        settings.now()
                .map(Settings::appearance)
                .map(Appearance::language)
                .subscribe(screens::setLanguage);
        boolean welcome =
                services.launch().intent().canBeHandedOver()
                        && !settings.now().get().desktop().welcomed();
        if (welcome) {
            screens.showWelcome(() -> begin(screens.start()));
        } else {
            screens.showStart();
        }
        Scene scene = scene();
        help.closeWith(stage);
        WindowKeys.hear(stage, scene, talk);
        stage.setScene(scene);
        stage.setTitle(services.wording().text("app.name"));
        stage.setMinWidth(880);
        stage.setMinHeight(560);
        stage.setOnCloseRequest(_ -> closeRequested());
        stage.iconifiedProperty().subscribe(_ -> seen());
        stage.showingProperty().subscribe(_ -> seen());
        stage.show();
        screens.focusFirst();
        screens.inRoom().subscribe(room -> room.ifPresent(joinNotifier::follow));
        threads.background().execute(this::createAudio);
        if (!welcome) {
            begin(screens.start());
        }
        var _ = sound.whenComplete((_, _) -> threads.fx().execute(this::startTray));
        services.launch()
                .later()
                .follow(invite -> threads.fx().execute(() -> launchedAgain(invite)));
    }

    private Scene scene() {
        Scene scene = new Scene(screens.frame(), 1_240, 800);
        ThemeSwitch themeSwitch = new ThemeSwitch(scene);
        settings.now().map(Settings::theme).subscribe(themeSwitch::use);
        MotionSwitch motion = new MotionSwitch(screens.ticker(), screens.frame());
        settings.now().map(Settings::appearance).subscribe(motion::use);
        scene.getAccelerators().put(SETTINGS, screens::showSettings);
        scene.getAccelerators().put(HELP, screens::showHelp);
        return scene;
    }

    private void createAudio() {
        try {
            sound.complete(services.sound().get());
        } catch (RuntimeException | LinkageError e) {
            LOG.error("the sound parts could not be made", e);
            sound.completeExceptionally(e);
        }
    }

    private void begin(StartViewModel start) {
        WindowIntent intent = services.launch().intent();
        OutputChoice output = intent.output().orElseGet(() -> settings.now().get().output());
        switch (intent.action()) {
            case WindowIntent.Begin() -> {}
            case WindowIntent.Join(Invite invite) -> start.join(invite, output);
            case WindowIntent.Host(HostRequest request) -> start.host(request, output);
        }
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

    /// Starts the tray icon last, after everything that the user waits for.
    private void startTray() {
        if (stage.isShowing()) {
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
        services.launch().closing().run();
        tray.end();
        talk.end();
        screens.start().cancel();
    }
}
