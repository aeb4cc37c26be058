package org.tonewire.signaling.tls;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Instant;

/// Keeps a self-signed identity in one file that only its owner may read. The file is created
/// atomically; if two programs create it at the same time, both use the one that was first.
final class IdentityFolder {
    static final String FILE = "server-identity.pem";

    private final Path folder;
    private final Path file;

    IdentityFolder(Path folder) {
        this.folder = folder;
        this.file = folder.resolve(FILE);
    }

    ServerIdentity loadOrMake() throws IdentityException {
        if (Files.exists(file)) {
            ServerIdentity stored = load();
            if (stored.chain().getFirst().getNotAfter().toInstant().isAfter(Instant.now())) {
                return stored;
            }
            delete();
        }
        try {
            return make();
        } catch (IOException e) {
            throw new IdentityException(folder, folder + " cannot be written", e);
        } catch (GeneralSecurityException e) {
            throw new IdentityException(folder, "this Java cannot make a certificate", e);
        }
    }

    private ServerIdentity load() throws IdentityException {
        return PemFile.readIdentity(file, file);
    }

    private ServerIdentity make() throws IOException, GeneralSecurityException, IdentityException {
        ServerIdentity made = SelfSignedCertificate.make(new SecureRandom(), Instant.now());
        Files.createDirectories(folder, ownerOnly("rwx------"));
        Path draft = Files.createTempFile(folder, FILE, ".new", ownerOnly("rw-------"));
        try {
            Files.writeString(draft, PemFile.write(made), StandardCharsets.US_ASCII);
            publish(draft);
        } catch (FileAlreadyExistsException _) {
            return load();
        } finally {
            Files.deleteIfExists(draft);
        }
        return made;
    }

    private void publish(Path draft) throws IOException {
        try {
            Files.createLink(file, draft);
        } catch (FileAlreadyExistsException e) {
            throw e;
        } catch (UnsupportedOperationException | FileSystemException _) {
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    private void delete() throws IdentityException {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new IdentityException(file, file + " has expired and cannot be replaced", e);
        }
    }

    private FileAttribute<?>[] ownerOnly(String permissions) {
        return folder.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }
}
