package org.tonewire.signaling.server.keep;

import com.google.gson.JsonParseException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tonewire.signaling.room.KeptRoom;

/// The file of the rooms that stay without members, readable only by its owner, as it has their
/// access keys. A failure is logged, once until it works again, and ends nothing. Used by one
/// thread at a time; waits for the disk.
public final class KeptRoomsFile {
    private static final Logger LOG = LoggerFactory.getLogger(KeptRoomsFile.class);

    private final Path file;
    private final InstantSource clock;
    private boolean isReadable = true;
    private boolean hasFailed;

    public KeptRoomsFile(Path file, InstantSource clock) {
        this.file = file.toAbsolutePath();
        this.clock = clock;
    }

    /// The rooms of the last run; none if there was none. A broken file is renamed, so that it can
    /// be looked at; one that cannot be read is never written.
    ///
    /// @param nowNanos by the clock of the rooms
    public List<KeptRoom> load(long nowNanos) {
        try {
            String text = Files.readString(file, StandardCharsets.UTF_8);
            return new KeptRoomsJson(clock.instant(), nowNanos).read(text);
        } catch (NoSuchFileException _) {
            return List.of();
        } catch (JsonParseException | CharacterCodingException e) {
            setAside(e);
            return List.of();
        } catch (IOException e) {
            isReadable = false;
            LOG.warn(
                    "{} cannot be read, so no room is kept over a restart: {}", file, e.toString());
            return List.of();
        }
    }

    private void setAside(Exception why) {
        Path aside = file.resolveSibling(file.getFileName() + ".broken");
        try {
            Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING);
            LOG.warn("{} is broken and is {} now: {}", file, aside, why.toString());
        } catch (IOException e) {
            isReadable = false;
            LOG.warn("{} is broken, so no room is kept over a restart: {}", file, e.toString());
        }
    }

    /// Replaces the file at once, or leaves it as it is.
    ///
    /// @param nowNanos by the clock of the rooms
    public void save(List<KeptRoom> rooms, long nowNanos) {
        if (!isReadable) {
            return;
        }
        try {
            write(new KeptRoomsJson(clock.instant(), nowNanos).write(rooms));
            if (hasFailed) {
                LOG.info("{} can be written again", file);
            }
            hasFailed = false;
        } catch (IOException e) {
            if (!hasFailed) {
                LOG.warn(
                        "{} cannot be written; rooms stay until a restart: {}", file, e.toString());
            }
            hasFailed = true;
        }
    }

    private void write(String text) throws IOException {
        Path draft = Files.createTempFile(file.getParent(), ".rooms", ".new", ownerOnly());
        try {
            Files.writeString(draft, text, StandardCharsets.UTF_8);
            Files.move(
                    draft,
                    file,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private FileAttribute<?>[] ownerOnly() {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
