package org.tonewire.app.ui.shell;

import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.stage.Stage;
import org.tonewire.app.shell.settings.Appearance;
import org.tonewire.app.shell.settings.Settings;
import org.tonewire.app.text.Wording;
import org.tonewire.app.ui.model.AudioServices;
import org.tonewire.app.ui.model.Storage;
import org.tonewire.app.ui.model.UiThreads;

/// Opens the program's window when JavaFX has started and made a stage for it.
public final class WindowOpener {
    private final WindowLaunch launch;
    private final Storage storage;
    private final Desktop desktop;
    private final Supplier<AudioServices> sound;
    private final Executor background;
    private final Wording wording;

    /// @param sound called once, in the background, after the window shows
    /// @param background runs blocking tasks, each on its own thread
    public WindowOpener(
            WindowLaunch launch,
            Storage storage,
            Desktop desktop,
            Supplier<AudioServices> sound,
            Executor background,
            Wording wording) {
        this.launch = launch;
        this.storage = storage;
        this.desktop = desktop;
        this.sound = sound;
        this.background = background;
        this.wording = wording;
    }

    /// Reads what is stored; blocks. Any thread: while JavaFX starts.
    ///
    /// @param accountName the name of this participant if none is stored
    public void load(String accountName) {
        storage.load(accountName);
    }

    /// Shows the window, does the first action, and loads the sound in the background. FX thread,
    /// once, after [#load(String)].
    ///
    /// @param browser opens a web page
    public void open(Stage stage, Consumer<String> browser) {
        UiThreads threads = new UiThreads(new FxThread(), background);
        LateAudio audio = new LateAudio(sound);
        SharedModels models = SharedModels.of(storage, desktop, audio, threads, wording);
        Screens screens =
                new Screens(
                        models,
                        audio,
                        launch.intent(),
                        desktop.reports(models.devices()),
                        threads,
                        wording);
        HelpWindow help = new HelpWindow(models.settings(), wording, threads, browser);
        screens.onHelp(help::show);
        help.closeWith(stage);
        JoinNotifier notifier =
                desktop.joinNotifier(screens.frame(), models.settings(), threads, wording);
        screens.inRoom().subscribe(room -> room.ifPresent(notifier::follow));
        models.settings()
                .now()
                .map(Settings::appearance)
                .map(Appearance::language)
                .subscribe(screens::setLanguage);
        stage.setTitle(wording.text("app.name"));
        TonewireWindow window =
                new TonewireWindow(stage, screens, models, launch, desktop.tray(wording), threads);
        window.show();
        background.execute(audio::load);
        audio.whenOver(() -> threads.fx().execute(window::startTray));
    }
}
