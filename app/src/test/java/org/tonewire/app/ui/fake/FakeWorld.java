package org.tonewire.app.ui.fake;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tonewire.app.core.device.OutputChoice;
import org.tonewire.app.core.host.HostOutcome;
import org.tonewire.app.core.host.HostRequest;
import org.tonewire.app.core.room.ConnectionStatus;
import org.tonewire.app.core.room.RoomSession;
import org.tonewire.app.core.room.SessionEvent;
import org.tonewire.app.core.session.LocalAudio;
import org.tonewire.app.core.signaling.JoinRequest;
import org.tonewire.app.fake.FakeAudio;
import org.tonewire.app.fake.FakeOutput;
import org.tonewire.app.fake.FakeRoomServers;
import org.tonewire.app.fake.FakeRoomStore;
import org.tonewire.app.fake.FakeServerStore;
import org.tonewire.app.fake.FakeSources;
import org.tonewire.app.fake.VirtualSession;
import org.tonewire.app.shell.Notifier;
import org.tonewire.app.shell.SystemReport;
import org.tonewire.app.shell.UpdateCheck;
import org.tonewire.app.shell.WindowIntent;
import org.tonewire.app.shell.server.OwnedRooms;
import org.tonewire.app.shell.settings.DesktopSettings;
import org.tonewire.app.shell.settings.Settings;
import org.tonewire.app.text.Wording;
import org.tonewire.app.ui.model.AudioServices;
import org.tonewire.app.ui.model.DeviceModel;
import org.tonewire.app.ui.model.Folders;
import org.tonewire.app.ui.model.KnownServers;
import org.tonewire.app.ui.model.RoomAccess;
import org.tonewire.app.ui.model.RoomBookModel;
import org.tonewire.app.ui.model.RoomsOnServers;
import org.tonewire.app.ui.model.SettingsModel;
import org.tonewire.app.ui.model.Storage;
import org.tonewire.app.ui.model.UiThreads;
import org.tonewire.app.ui.model.UnendedRooms;
import org.tonewire.app.ui.shell.Desktop;
import org.tonewire.app.ui.shell.WindowLaunch;
import org.tonewire.app.ui.shell.WindowOpener;
import org.tonewire.app.ui.start.RoomEntries;
import org.tonewire.signaling.protocol.ParticipantName;

/// Everything outside the interface, as fakes; what a test does not change works.
public final class FakeWorld {
    private static final SystemReport REPORT =
            new SystemReport(
                    List.of("Tonewire: 1.2.3"),
                    List.of("WARNING Link: no way to Berta at 192.0.2.7"));

    public final FakeSettingsStore store = new FakeSettingsStore();
    public final FakeAudioDevices devices = new FakeAudioDevices();
    public final FakeSources sources = new FakeSources();
    public final FakeOutput output = newOutput();
    private final LocalAudio audio = new FakeAudio(sources, output);
    public final FakeHosting hosting = new FakeHosting();
    public final List<HostRequest> hostRequests = new ArrayList<>();
    public final List<JoinRequest> joinRequests = new ArrayList<>();
    public final FakeRoomBook rooms = new FakeRoomBook();
    public final FakeRoomStore hostedRooms = new FakeRoomStore();
    public final FakeRoomServers roomServers = new FakeRoomServers();
    public final FakeServerStore servers = new FakeServerStore();
    public final FakeLaunchRequests launches = new FakeLaunchRequests();
    public final FakeNearbyRooms nearby = new FakeNearbyRooms();
    public final FakeTray tray = new FakeTray();
    public final FakeKeys keys = new FakeKeys();
    public final List<String> told = new ArrayList<>();

    /// Pages that were shown in the browser.
    public final List<String> browsed = new ArrayList<>();

    public final Notifier notifier = (title, text) -> told.add(title + ": " + text);
    public UpdateCheck news = _ -> Optional.empty();
    public final Folders folders =
            new Folders(
                    Path.of("settings"),
                    Path.of("data"),
                    Path.of("state"),
                    Path.of("/music", "Tonewire"));
    public final Wording wording = Wording.of(Locale.ENGLISH);
    public HostOutcome hostOutcome = new HostOutcome.Started(hosting);
    public UiThreads threads = new UiThreads(Runnable::run, Runnable::run);
    private final Consumer<VirtualSession> found;
    private @Nullable VirtualSession begun;

    /// Of somebody who has done the first steps, and finds rooms empty.
    public FakeWorld() {
        this(Rooms.empty());
    }

    private FakeWorld(Consumer<VirtualSession> found) {
        this.found = found;
        store.with(Settings.DEFAULT.withDesktop(DesktopSettings.DEFAULT.withWelcomed(true)));
    }

    /// @param found done to each session once it has begun
    public static FakeWorld finding(Consumer<VirtualSession> found) {
        return new FakeWorld(found);
    }

    /// The newest session; it is begun here where the interface has begun none. It does at once
    /// what it is asked for.
    public VirtualSession room() {
        VirtualSession newest = begun;
        return newest == null
                ? begin(
                        JoinRequest.of(Rooms.INVITE, new ParticipantName("Ada"))
                                .ownedBy(hosting.owner()),
                        new OutputChoice.SystemDefault(),
                        _ -> {})
                : newest;
    }

    public RoomSession session() {
        return room().session;
    }

    /// Whether the newest session is over.
    public boolean hasLeft() {
        return session().snapshot().connection() instanceof ConnectionStatus.Ended;
    }

    private VirtualSession begin(
            JoinRequest request, OutputChoice output, Consumer<SessionEvent> listener) {
        VirtualSession room = new VirtualSession(request, output, newOutput(), listener);
        begun = room;
        found.accept(room);
        room.loop.beginPrompt();
        return room;
    }

    private static FakeOutput newOutput() {
        return new FakeOutput(FakeAudioDevices.HEADPHONES, FakeAudioDevices.SPEAKERS);
    }

    /// Opens a window on the fakes of this world.
    public WindowOpener window(WindowIntent intent, Executor background, Runnable closing) {
        return new WindowOpener(
                new WindowLaunch(intent, launches, closing),
                new Storage(store, rooms, hostedRooms, servers, ownedRooms(), folders),
                new Desktop(notifier, tray, keys, nearby, news, () -> REPORT),
                () -> new AudioServices(roomAccess(), devices, audio),
                background,
                wording);
    }

    private RoomAccess roomAccess() {
        return new RoomAccess(
                (request, output, listener) -> {
                    joinRequests.add(request);
                    return begin(request, output, listener).session;
                },
                request -> {
                    hostRequests.add(request);
                    return hostOutcome;
                });
    }

    public RoomEntries roomEntries() {
        return new RoomEntries(CompletableFuture.completedFuture(roomAccess()), threads);
    }

    public CompletionStage<LocalAudio> openAudio() {
        return CompletableFuture.completedFuture(audio);
    }

    public SettingsModel settings() {
        return new SettingsModel(store, store.load(), folders, threads);
    }

    public RoomBookModel roomBook() {
        return new RoomBookModel(rooms, rooms.load(), InstantSource.system(), threads);
    }

    public OwnedRooms ownedRooms() {
        return new OwnedRooms(hostedRooms, roomServers);
    }

    public UnendedRooms unendedRooms() {
        return new UnendedRooms(
                hostedRooms,
                hostedRooms.load(),
                InstantSource.system(),
                new RoomsOnServers(ownedRooms(), threads),
                threads);
    }

    public KnownServers knownServers() {
        return new KnownServers(servers, servers.load(), threads);
    }

    public DeviceModel deviceModel() {
        return new DeviceModel(CompletableFuture.completedFuture(devices), threads, wording);
    }
}
