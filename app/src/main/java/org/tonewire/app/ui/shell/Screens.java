package org.tonewire.app.ui.shell;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.tonewire.app.core.invite.Invite;
import org.tonewire.app.core.room.SessionCommand;
import org.tonewire.app.core.source.SourceSpec;
import org.tonewire.app.shell.WindowIntent;
import org.tonewire.app.shell.settings.Language;
import org.tonewire.app.text.Wording;
import org.tonewire.app.ui.check.SoundCheckModel;
import org.tonewire.app.ui.check.SoundCheckView;
import org.tonewire.app.ui.control.Layouts;
import org.tonewire.app.ui.control.ProblemBox;
import org.tonewire.app.ui.help.ScreenActions;
import org.tonewire.app.ui.meter.MeterTicker;
import org.tonewire.app.ui.model.ActiveRoom;
import org.tonewire.app.ui.model.SettingsModel;
import org.tonewire.app.ui.model.UiThreads;
import org.tonewire.app.ui.room.RoomView;
import org.tonewire.app.ui.room.RoomViewModel;
import org.tonewire.app.ui.settings.SettingsView;
import org.tonewire.app.ui.settings.SettingsViewModel;
import org.tonewire.app.ui.start.RoomEntries;
import org.tonewire.app.ui.start.StartView;
import org.tonewire.app.ui.start.StartViewModel;
import org.tonewire.app.ui.start.WelcomeView;
import org.tonewire.app.ui.talk.TalkViewModel;
import org.tonewire.signaling.protocol.ParticipantName;

/// Shows one screen at a time: welcome, start, room or settings. FX thread.
final class Screens {
    private final StackPane frame = new StackPane();
    private final SharedModels models;
    private final LateAudio audio;
    private final Reports reports;
    private final UiThreads threads;
    private final Wording wording;
    private final MeterTicker ticker;
    private final ScreenActions actions = new ScreenActions(this::showHelp, this::showSettings);

    /// The name from the command line; replaces the one in the settings while the window is open.
    private final Optional<ParticipantName> givenName;

    private StartViewModel start;
    private SoundCheckModel check;
    private @Nullable Entered room;
    private final ReadOnlyObjectWrapper<Optional<RoomViewModel>> inRoom =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private Screen current = Screen.NOWHERE;
    private Consumer<String> help = _ -> {};

    /// Rebuilds the present screen.
    private Runnable rebuild = this::showStart;

    /// Sources from the command line, added in the first joined room.
    private List<SourceSpec> waitingSources;

    private Optional<Path> recording;

    /// An invite that arrived while a room was being joined.
    private Optional<Invite> offered = Optional.empty();

    private enum Screen {
        NOWHERE,
        WELCOME,
        START,
        SETTINGS,
        ROOM
    }

    /// The joined room and its view.
    private record Entered(RoomViewModel model, Parent view) {}

    Screens(
            SharedModels models,
            LateAudio audio,
            WindowIntent intent,
            Reports reports,
            UiThreads threads,
            Wording wording) {
        this.models = models;
        this.audio = audio;
        this.reports = reports;
        this.threads = threads;
        this.wording = wording;
        this.ticker = new MeterTicker(new FxBeat(threads.fx()));
        this.start = newStart();
        this.check = newCheck();
        this.givenName = intent.name();
        this.waitingSources = intent.sources();
        this.recording = intent.record();
        TalkViewModel talk = models.talk();
        inRoom.subscribe(entered -> talk.follow(entered.map(RoomViewModel::sources)));
        models.settings().now().subscribe(now -> talk.use(now.desktop().talk()));
        frame.getStyleClass().add("frame");
    }

    private StartViewModel newStart() {
        return new StartViewModel(
                new RoomEntries(audio.rooms(), threads),
                models.settings(),
                models.rooms(),
                models.unended(),
                models.servers(),
                this::enter);
    }

    private SoundCheckModel newCheck() {
        return new SoundCheckModel(audio.audio(), models.settings(), threads);
    }

    Parent frame() {
        return frame;
    }

    MeterTicker ticker() {
        return ticker;
    }

    /// Shows the first steps, then the start screen.
    ///
    /// @param then called after the first steps
    void showWelcome(Runnable then) {
        resetStart();
        showWelcomeAgain(then);
    }

    private void showWelcomeAgain(Runnable then) {
        show(
                Screen.WELCOME,
                new WelcomeView(start.name(), this::withSoundCheck, () -> welcomed(then), wording),
                () -> showWelcomeAgain(then));
    }

    private void welcomed(Runnable then) {
        SettingsModel settings = models.settings();
        ParticipantName.parse(start.name().get()).ifPresent(settings::setName);
        settings.setDesktop(settings.now().get().desktop().withWelcomed(true));
        showStart();
        then.run();
        Optional<Invite> waiting = offered;
        offered = Optional.empty();
        waiting.ifPresent(this::offer);
    }

    void showStart() {
        resetStart();
        showStartAgain();
    }

    private void resetStart() {
        start = newStart();
        start.form().roomName().set(wording.text("start.room.default"));
        givenName.ifPresent(name -> start.name().set(name.value()));
        check = newCheck();
    }

    private Node withSoundCheck(Node name) {
        return new SoundCheckView(name, check, models.devices(), ticker, wording);
    }

    private Node withDevices(Node name) {
        return Layouts.column(
                "start-content",
                new ProblemBox(wording).follow(models.devices().unavailable()),
                withSoundCheck(name));
    }

    private void showStartAgain() {
        show(
                Screen.START,
                new StartView(
                        start,
                        this::withDevices,
                        models.nearby(),
                        models.updates(),
                        actions,
                        wording),
                this::showStartAgain);
    }

    /// The model of the present start screen.
    StartViewModel start() {
        return start;
    }

    void showSettings() {
        show(
                Screen.SETTINGS,
                new SettingsView(
                        new SettingsViewModel(
                                models.settings(), models.devices(), models.talk().scope()),
                        this::diagnostics,
                        this::showRoom,
                        wording),
                this::showSettingsAgain);
    }

    /// @param open opens the user guide at a topic
    void onHelp(Consumer<String> open) {
        help = open;
    }

    /// Opens the user guide at the topic of the present screen.
    void showHelp() {
        help.accept(
                switch (current) {
                    case NOWHERE, START -> "";
                    case WELCOME -> "first-steps";
                    case SETTINGS -> "settings";
                    case ROOM -> "the-room";
                });
    }

    private void showSettingsAgain() {
        showSettings();
        focus(".language");
    }

    /// Switches the language. A room continues; only its nodes are rebuilt. Texts of JavaFX itself,
    /// like the context menu of text fields, follow the process's locale.
    void setLanguage(Language language) {
        wording.setLanguage(language);
        Locale.setDefault(wording.locale());
        if (current != Screen.NOWHERE) {
            threads.fx().execute(this::refreshTexts);
        }
    }

    private void refreshTexts() {
        if (room != null) {
            room.model().refreshTexts();
            room = entered(room.model());
        }
        rebuild.run();
    }

    /// The joined room, if any.
    Optional<RoomViewModel> room() {
        return Optional.ofNullable(room).map(Entered::model);
    }

    ReadOnlyObjectProperty<Optional<RoomViewModel>> inRoom() {
        return inRoom.getReadOnlyProperty();
    }

    private void enter(ActiveRoom active) {
        RoomViewModel model =
                new RoomViewModel(
                        active, models.devices(), models.settings(), threads, wording, this::left);
        model.onInviteChanged(start::inviteChanged);
        room = entered(model);
        inRoom.set(Optional.of(model));
        showRoom();
        recording.ifPresent(
                folder -> active.session().submit(new SessionCommand.StartRecording(folder)));
        waitingSources.forEach(model.sources()::add);
        waitingSources = List.of();
        recording = Optional.empty();
        offered.ifPresent(model::offer);
        offered = Optional.empty();
    }

    private String diagnostics() {
        return reports.text(models.settings().now().get(), room());
    }

    /// Shows an invite that was opened outside the window, and asks whether to join.
    void offer(Invite invite) {
        if (room != null) {
            room.model().offer(invite);
            showRoom();
        } else if (start.state().get().busy() || current == Screen.WELCOME) {
            offered = Optional.of(invite);
        } else {
            if (current != Screen.START) {
                showStart();
            }
            start.offer(invite);
            focus(".join-action");
        }
    }

    private Entered entered(RoomViewModel model) {
        return new Entered(model, new RoomView(model, models.devices(), ticker, actions, wording));
    }

    void showRoom() {
        if (room == null) {
            showStart();
        } else {
            show(Screen.ROOM, room.view(), this::showRoom);
        }
    }

    private void left() {
        Optional<Invite> next = room().flatMap(RoomViewModel::next);
        room = null;
        inRoom.set(Optional.empty());
        models.unended().refresh();
        models.servers().refresh();
        showStart();
        next.ifPresent(invite -> start.paste(invite.link()));
    }

    /// Focuses the screen's first control. Works only in a window.
    void focusFirst() {
        focus(".first-focus");
    }

    /// Nodes in a scroll pane can be found only after CSS is applied.
    private void focus(String selector) {
        frame.applyCss();
        @Nullable Node first = frame.lookup(selector);
        if (first != null) {
            first.requestFocus();
        }
    }

    /// @param rebuilding rebuilds the screen
    private void show(Screen shown, Parent screen, Runnable rebuilding) {
        current = shown;
        rebuild = rebuilding;
        frame.getChildren().setAll(screen);
        focusFirst();
    }
}
