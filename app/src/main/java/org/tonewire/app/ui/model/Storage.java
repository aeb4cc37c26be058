package org.tonewire.app.ui.model;

import java.time.InstantSource;
import java.util.List;
import org.tonewire.app.shell.KnownRooms;
import org.tonewire.app.shell.RoomBook;
import org.tonewire.app.shell.RoomStore;
import org.tonewire.app.shell.StoredRoom;
import org.tonewire.app.shell.server.KnownServer;
import org.tonewire.app.shell.server.OwnedRooms;
import org.tonewire.app.shell.server.ServerStore;
import org.tonewire.app.shell.settings.Settings;
import org.tonewire.app.shell.settings.SettingsStore;
import org.tonewire.signaling.protocol.ParticipantName;

/// What the program keeps on disk for its user: reads it once, and makes the models that show and
/// change it.
public final class Storage {
    private final SettingsStore settings;
    private final RoomBook rooms;
    private final RoomStore hosted;
    private final ServerStore servers;
    private final OwnedRooms owned;
    private final Folders folders;
    private volatile Settings loadedSettings = Settings.DEFAULT;
    private volatile KnownRooms loadedRooms = KnownRooms.NONE;
    private volatile List<StoredRoom> loadedHosted = List.of();
    private volatile List<KnownServer> loadedServers = List.of();

    /// @param rooms the known rooms
    /// @param hosted the rooms that were hosted from here
    /// @param servers on which rooms were opened
    /// @param owned asks them about those rooms
    public Storage(
            SettingsStore settings,
            RoomBook rooms,
            RoomStore hosted,
            ServerStore servers,
            OwnedRooms owned,
            Folders folders) {
        this.settings = settings;
        this.rooms = rooms;
        this.hosted = hosted;
        this.servers = servers;
        this.owned = owned;
        this.folders = folders;
    }

    /// Blocks while the files are read. Any thread, before the models are made.
    ///
    /// @param accountName the name of this participant if none is stored
    public void load(String accountName) {
        Settings read = settings.load();
        loadedSettings = read.withName(read.name().or(() -> ParticipantName.parse(accountName)));
        loadedRooms = rooms.load();
        loadedHosted = hosted.load();
        loadedServers = servers.load();
    }

    /// FX thread.
    public SettingsModel settings(UiThreads threads) {
        return new SettingsModel(settings, loadedSettings, folders, threads);
    }

    /// FX thread.
    public RoomBookModel rooms(UiThreads threads) {
        return new RoomBookModel(rooms, loadedRooms, InstantSource.system(), threads);
    }

    /// FX thread.
    public UnendedRooms unendedRooms(UiThreads threads) {
        return new UnendedRooms(
                hosted,
                loadedHosted,
                InstantSource.system(),
                new RoomsOnServers(owned, threads),
                threads);
    }

    /// FX thread.
    public KnownServers knownServers(UiThreads threads) {
        return new KnownServers(servers, loadedServers, threads);
    }
}
