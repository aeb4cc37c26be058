package org.tonewire.app.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.core.problem.Reason;
import org.tonewire.app.shell.RoomStore;
import org.tonewire.app.shell.StoredRoom;

/// Stores each hosted room in a file of its own in one folder, readable only by its owner, because
/// it holds the room's secret. So processes that host different rooms do not write to one file.
public final class JsonRoomStore implements RoomStore {
    private static final Logger LOG = LoggerFactory.getLogger(JsonRoomStore.class);
    private static final String SUFFIX = ".json";

    /// Bounds the work for a folder that something else filled.
    private static final int MAX_FILES = 256;

    private final Path folder;
    private final InstantSource clock;
    private final AtomicReference<Optional<Problem>> problem =
            new AtomicReference<>(Optional.empty());

    /// @param folder created at the first save
    public JsonRoomStore(Path folder, InstantSource clock) {
        this.folder = folder;
        this.clock = clock;
    }

    @Override
    public List<StoredRoom> load() {
        List<StoredRoom> rooms = new ArrayList<>();
        for (String id : ids()) {
            JsonFile<StoredRoom> file = file(id);
            Optional<StoredRoom> room = file.load();
            file.loadProblem().ifPresent(this::tell);
            room.filter(this::isCurrent)
                    .ifPresentOrElse(rooms::add, () -> room.ifPresent(this::remove));
        }
        rooms.sort(Comparator.comparing(StoredRoom::lastUsed).reversed());
        return rooms;
    }

    private boolean isCurrent(StoredRoom room) {
        return room.isKept()
                || room.staysOnServer()
                || room.hosted()
                || room.isYoung(clock.instant());
    }

    private List<String> ids() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(SUFFIX))
                    .map(name -> name.substring(0, name.length() - SUFFIX.length()))
                    .limit(MAX_FILES)
                    .toList();
        } catch (NoSuchFileException _) {
            return List.of();
        } catch (IOException e) {
            LOG.warn("{} cannot be read: {}", folder.getFileName(), e.toString());
            tell(new Problem(Reason.FILE_UNREADABLE, folder.toString()));
            return List.of();
        }
    }

    private void tell(Problem found) {
        problem.set(Optional.of(found));
    }

    @Override
    public Optional<Problem> takeProblem() {
        return problem.getAndSet(Optional.empty());
    }

    @Override
    public void save(StoredRoom room) {
        file(room.id()).save(room).ifPresent(this::tell);
    }

    @Override
    public void remove(StoredRoom room) {
        file(room.id()).delete().ifPresent(this::tell);
    }

    private JsonFile<StoredRoom> file(String id) {
        return new JsonFile<>(
                folder.resolve(id + SUFFIX),
                text -> StoredRoomJson.read(id, text),
                StoredRoomJson::write);
    }
}
