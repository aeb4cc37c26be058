package org.tonewire.app;

import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.tonewire.app.audio.SoundSystem;
import org.tonewire.app.cli.CommandServices;
import org.tonewire.app.cli.ExitCode;
import org.tonewire.app.cli.LogLevel;
import org.tonewire.app.cli.TonewireCommand;
import org.tonewire.app.core.audio.VoiceProcessor;
import org.tonewire.app.core.device.AudioDevices;
import org.tonewire.app.core.device.AudioOutput;
import org.tonewire.app.core.host.RoomHost;
import org.tonewire.app.core.host.RoomServers;
import org.tonewire.app.core.host.ServerHost;
import org.tonewire.app.core.link.PeerLinks;
import org.tonewire.app.core.mix.Mixer;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.core.room.Sessions;
import org.tonewire.app.core.session.LiveSessions;
import org.tonewire.app.core.session.LocalAudio;
import org.tonewire.app.core.source.SourceOpening;
import org.tonewire.app.core.source.SourceOrigin;
import org.tonewire.app.desktop.HttpUpdateCheck;
import org.tonewire.app.desktop.NotifySend;
import org.tonewire.app.desktop.SystemFacts;
import org.tonewire.app.desktop.keys.DesktopKeys;
import org.tonewire.app.desktop.tray.DesktopTray;
import org.tonewire.app.hosting.EmbeddedHost;
import org.tonewire.app.instance.LaunchOutcome;
import org.tonewire.app.instance.SingleInstance;
import org.tonewire.app.json.JsonControlCodec;
import org.tonewire.app.lan.LanRooms;
import org.tonewire.app.logging.Logs;
import org.tonewire.app.media.MediaSources;
import org.tonewire.app.rtc.WebRtcPeerLinks;
import org.tonewire.app.rtc.hub.WebRtcOfferLinks;
import org.tonewire.app.rtc.sound.WebRtcVoiceProcessor;
import org.tonewire.app.shell.AnnouncingHost;
import org.tonewire.app.shell.KeepingHost;
import org.tonewire.app.shell.LaunchRequests;
import org.tonewire.app.shell.RoomStore;
import org.tonewire.app.shell.SystemReport;
import org.tonewire.app.shell.WindowIntent;
import org.tonewire.app.shell.server.OwnedRooms;
import org.tonewire.app.shell.server.PlacedHost;
import org.tonewire.app.shell.server.RemoteHost;
import org.tonewire.app.shell.server.ServerStore;
import org.tonewire.app.shell.settings.Settings;
import org.tonewire.app.shell.settings.SettingsStore;
import org.tonewire.app.signaling.TyrusRoomServers;
import org.tonewire.app.signaling.TyrusSignalingChannel;
import org.tonewire.app.store.AppFolders;
import org.tonewire.app.store.JsonRoomBook;
import org.tonewire.app.store.JsonRoomStore;
import org.tonewire.app.store.JsonServerStore;
import org.tonewire.app.store.JsonSettingsStore;
import org.tonewire.app.store.UserAccount;
import org.tonewire.app.store.UserFolders;
import org.tonewire.app.store.wav.WavRecorder;
import org.tonewire.app.text.Wording;
import org.tonewire.app.ui.TonewireApplication;
import org.tonewire.app.ui.model.AudioServices;
import org.tonewire.app.ui.model.Folders;
import org.tonewire.app.ui.model.RoomAccess;
import org.tonewire.app.ui.model.Storage;
import org.tonewire.app.ui.shell.Desktop;
import org.tonewire.app.ui.shell.WindowLaunch;
import org.tonewire.app.ui.shell.WindowOpener;

/// Puts the program together: the one class that names adapters. What is heavy is made when it is
/// first asked for. Any thread.
final class Wiring implements CommandServices {
    private static final String WINDOW_FOLDER = "window";
    private static final String CERTIFICATE_FOLDER = "certificate";
    private static final String ROOMS_FOLDER = "rooms";

    private final InputStream input = StandardInput.ofProcess();
    private final Streams streams = Streams.ofProcess(input);
    private final AppFolders folders = AppFolders.ofThisComputer();
    private final SettingsStore store = new JsonSettingsStore(folders.config());
    private final EmbeddedHost host =
            new EmbeddedHost(folders.data().resolve(CERTIFICATE_FOLDER), new WebRtcOfferLinks());
    private final RoomStore storedRooms =
            new JsonRoomStore(folders.data().resolve(ROOMS_FOLDER), InstantSource.system());
    private final RoomServers roomServers = new TyrusRoomServers();
    private final ServerStore servers = new JsonServerStore(folders.config());
    private final Lazy<EndSignals> endSignals = new Lazy<>(EndSignals::watch);
    private final Executor background = task -> Thread.ofVirtual().name("background").start(task);
    private final MediaSources media = new MediaSources(input, SoundSystem::raisePriority);
    private final Wording wording = Wording.of(Locale.getDefault());
    private final Lazy<SoundSystem> sound = new Lazy<>(SoundSystem::open);
    private final LocalAudio audio = new ComputerAudio();
    private final Supplier<List<String>> recent = Logs.recent();
    private final LanRooms lan = new LanRooms();
    private final OpenSessions rooms = new OpenSessions();

    /// Kept, because a file that was set aside is no trouble the next time.
    private volatile Optional<Problem> settingsProblem = Optional.empty();

    /// Before any library is used.
    static Wiring begin() {
        UserAccount.tellLibraries();
        return new Wiring();
    }

    /// Writes what waits to be logged, where the process ends otherwise than by closing this.
    /// Returns within a second; any thread.
    static void lastWords() {
        Logs.flush();
    }

    private Wiring() {
        Logs.quietLibraries();
        Logs.toFile(folders.state());
    }

    @Override
    public Sessions sessions() {
        Sessions live =
                new LiveSessions(
                        audio,
                        WavRecorder::open,
                        TyrusSignalingChannel::new,
                        this::links,
                        new JsonControlCodec(),
                        () -> store.load().ice());
        return rooms.remembering((request, output, listener) -> {
            awaitSound();
            return live.join(request, output, listener);
        });
    }

    /// The sound server's first answer may take seconds: the caller waits for it, once, so that no
    /// session thread has to.
    private void awaitSound() {
        devices().unavailable();
    }

    @Override
    public RoomHost roomHost() {
        return rooms.remembering(keeping());
    }

    private void inBackground(Duration delay, Runnable task) {
        CompletableFuture.delayedExecutor(delay.toMillis(), TimeUnit.MILLISECONDS, background)
                .execute(task);
    }

    private RoomHost keeping() {
        InstantSource clock = InstantSource.system();
        RoomHost elsewhere = new RemoteHost(roomServers, servers, clock, this::inBackground);
        return new KeepingHost(
                new PlacedHost(host, elsewhere),
                storedRooms,
                clock,
                background,
                endSignals.get()::received);
    }

    @Override
    public RoomStore storedRooms() {
        return storedRooms;
    }

    @Override
    public OwnedRooms ownedRooms() {
        return new OwnedRooms(storedRooms, roomServers);
    }

    @Override
    public ServerStore knownServers() {
        return servers;
    }

    @Override
    public ServerHost serverHost() {
        return host;
    }

    @Override
    public AudioDevices devices() {
        return sound.get().devices();
    }

    @Override
    public Settings settings() {
        Settings read = store.load();
        store.loadProblem().ifPresent(found -> settingsProblem = Optional.of(found));
        return read;
    }

    @Override
    public Optional<Problem> settingsProblem() {
        return settingsProblem;
    }

    @Override
    public Wording wording() {
        return wording;
    }

    @Override
    public void logLevel(LogLevel level) {
        Logs.toStandardError(
                switch (level) {
                    case DEBUG -> "DEBUG";
                    case INFO -> "INFO";
                    case WARNING -> "WARN";
                    case ERROR -> "ERROR";
                });
    }

    @Override
    public void logAsJson() {
        Logs.asJson();
    }

    @Override
    public void onHangup(Runnable onRequest, Runnable onTerminalClosed) {
        Hangup.handle(onRequest, onTerminalClosed);
    }

    @Override
    public void exit(ExitCode code) {
        ExitDeadline.begin(code.number(), ExitDeadline.AT_THE_END);
        flush();
        ProcessExit.fromHook(code.number());
    }

    @Override
    public Streams streams() {
        return streams;
    }

    /// Opens the window and blocks until it is closed.
    ExitCode window(WindowIntent intent) {
        Optional<String> noDisplay = Display.problem(wording);
        if (noDisplay.isPresent()) {
            streams.err().println(noDisplay.get());
            return ExitCode.USAGE;
        }
        Path place = folders.data().resolve(WINDOW_FOLDER);
        return switch (intent.canBeHandedOver()
                ? SingleInstance.enter(place, intent.invite())
                : SingleInstance.claim(place)) {
            case LaunchOutcome.HandedOver() -> ExitCode.DONE;
            case LaunchOutcome.Alone() -> open(intent, LaunchRequests.NONE, () -> {});
            case LaunchOutcome.First(SingleInstance first) -> {
                try (first) {
                    yield open(intent, first, first::close);
                }
            }
        };
    }

    /// @param onClosing run as soon as the window goes
    private ExitCode open(WindowIntent intent, LaunchRequests launches, Runnable onClosing) {
        Runtime.getRuntime().addShutdownHook(new Thread(this::closeAndHalt, "signal"));
        TonewireApplication.launch(
                new WindowOpener(
                        new WindowLaunch(
                                intent,
                                launches,
                                () -> {
                                    endSoon();
                                    onClosing.run();
                                }),
                        new Storage(
                                store,
                                new JsonRoomBook(folders.config()),
                                storedRooms,
                                servers,
                                ownedRooms(),
                                windowFolders()),
                        desktop(),
                        this::audioServices,
                        background,
                        wording),
                rooms::close);
        return ExitCode.DONE;
    }

    private Desktop desktop() {
        return new Desktop(
                NotifySend.ofThisComputer(),
                DesktopTray.ofThisComputer(),
                DesktopKeys.ofThisComputer(),
                lan,
                new HttpUpdateCheck(TonewireCommand.version()),
                this::report);
    }

    private SystemReport report() {
        return new SystemReport(SystemFacts.lines(TonewireCommand.version()), recent.get());
    }

    private Folders windowFolders() {
        Path home = UserAccount.ofThisProcess().home();
        return new Folders(
                folders.config(),
                folders.data(),
                folders.state(),
                UserFolders.recordings(home, folders.config().resolveSibling("")));
    }

    /// What is left when everything else is closed.
    void close() {
        lan.close();
        sound.ifMade().ifPresent(SoundSystem::close);
    }

    /// Writes what waits for standard output and error: the last step but the end of the process.
    void flush() {
        streams.out().flush();
        streams.err().flush();
        Logs.flush();
    }

    private static void endSoon() {
        ExitDeadline.begin(ExitCode.DONE.number(), ExitDeadline.WITH_A_ROOM);
    }

    private void closeAndHalt() {
        endSoon();
        rooms.close();
        Logs.flush();
        ProcessExit.fromHook(ExitCode.DONE.number());
    }

    private AudioServices audioServices() {
        return new AudioServices(new RoomAccess(sessions(), announcedHost()), devices(), audio);
    }

    private RoomHost announcedHost() {
        return rooms.remembering(
                new AnnouncingHost(keeping(), lan, () -> store.load().desktop().announce()));
    }

    private PeerLinks links(Executor session) {
        return new WebRtcPeerLinks(
                session, SoundSystem::startNative, () -> devices().unavailable().isEmpty());
    }

    /// Each kind of source by the library that opens it.
    private final class ComputerAudio implements LocalAudio {
        @Override
        public SourceOpening open(SourceOrigin origin) {
            return switch (origin) {
                case SourceOrigin.Microphone microphone -> sound.get().open(microphone);
                case SourceOrigin.SystemAudio system -> sound.get().open(system);
                case SourceOrigin.AudioFile file -> media.open(file);
                case SourceOrigin.Address address -> media.open(address);
                case SourceOrigin.Pipe pipe -> media.open(pipe);
                case SourceOrigin.Tone tone -> media.open(tone);
            };
        }

        @Override
        public AudioOutput openOutput(Mixer mixer) {
            return sound.get().output(mixer);
        }

        @Override
        public VoiceProcessor openVoice() {
            return new WebRtcVoiceProcessor();
        }
    }
}
