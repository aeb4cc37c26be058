package org.tonewire.app.store;

import com.google.gson.JsonParseException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.shell.KnownRooms;
import org.tonewire.app.shell.RoomBook;

/// Stores the known rooms in `rooms.json` in the config folder, readable only by its owner, because
/// invites are secrets. Rooms in an old settings file are migrated once.
public final class JsonRoomBook implements RoomBook {
    private static final Logger LOG = LoggerFactory.getLogger(JsonRoomBook.class);

    private final JsonFile<KnownRooms> file;
    private final Path settings;

    /// @param configFolder created at the first save
    public JsonRoomBook(Path configFolder) {
        this.file =
                new JsonFile<>(
                        configFolder.resolve("rooms.json"),
                        KnownRoomsJson::read,
                        KnownRoomsJson::write);
        this.settings = configFolder.resolve("settings.json");
    }

    @Override
    public KnownRooms load() {
        if (!file.isThere()) {
            KnownRooms old = ofOldSettings();
            if (!old.rooms().isEmpty() && save(old).isEmpty()) {
                return old;
            }
        }
        return file.load().orElse(KnownRooms.NONE);
    }

    @Override
    public Optional<Problem> loadProblem() {
        return file.loadProblem();
    }

    @Override
    public Optional<Problem> save(KnownRooms rooms) {
        return file.save(rooms);
    }

    private KnownRooms ofOldSettings() {
        try {
            return KnownRoomsJson.ofOldSettings(Files.readString(settings));
        } catch (NoSuchFileException _) {
            return KnownRooms.NONE;
        } catch (IOException | JsonParseException e) {
            LOG.debug("no rooms in the old settings", e);
            return KnownRooms.NONE;
        }
    }
}
