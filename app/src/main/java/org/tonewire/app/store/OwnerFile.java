package org.tonewire.app.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/// A file that only its owner can read, written atomically: after a crash it has either the old or
/// the new content. On file systems without POSIX permissions, the folder's permissions apply (on
/// Windows, a profile's folders belong to its user).
final class OwnerFile {
    private final Path path;

    OwnerFile(Path path) {
        this.path = path;
    }

    Path path() {
        return path;
    }

    void write(byte[] content) throws IOException {
        Path folder = path.toAbsolutePath().getParent();
        if (folder == null) {
            throw new IOException("no folder to write to");
        }
        Files.createDirectories(folder, ownerOnly("rwx------"));
        Path temporary = Files.createTempFile(folder, ".new-", ".tmp", ownerOnly("rw-------"));
        try {
            writeThrough(temporary, content);
            Files.move(
                    temporary,
                    path,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(temporary);
        }
        flushFolder(folder);
    }

    /// Does nothing if there is no file.
    void delete() throws IOException {
        Files.deleteIfExists(path);
    }

    /// Renames the file to a free name, so that nothing is lost.
    Path setAside() throws IOException {
        for (int number = 1; ; number++) {
            Path free = path.resolveSibling(path.getFileName() + ".broken-" + number);
            if (Files.notExists(free)) {
                return Files.move(path, free);
            }
        }
    }

    private static void writeThrough(Path file, byte[] content) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            ByteBuffer rest = ByteBuffer.wrap(content);
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
            channel.force(true);
        }
    }

    /// Makes the rename durable. Windows neither allows nor needs it.
    private static void flushFolder(Path folder) throws IOException {
        if (hasPosixPermissions(folder)) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    private FileAttribute<?>[] ownerOnly(String permissions) {
        return hasPosixPermissions(path)
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    private static boolean hasPosixPermissions(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
