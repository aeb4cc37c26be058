package org.tonewire.app.instance;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Becomes the single instance, or connects to it.
///
/// @param folder accessible only to its owner
record InstanceSocket(Path folder, Path socket) {
    private static final Logger LOG = LoggerFactory.getLogger(InstanceSocket.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final long STEP_NANOS = 50_000_000;

    LaunchOutcome enter(LaunchMessage word) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        try {
            makeFolder();
            while (true) {
                Optional<SingleInstance> first = lock();
                if (first.isPresent()) {
                    return new LaunchOutcome.First(first.get());
                }
                if (handOver(word)) {
                    return new LaunchOutcome.HandedOver();
                }
                if (System.nanoTime() - end > 0) {
                    LOG.warn("Tonewire's window is open but does not answer");
                    return new LaunchOutcome.Alone();
                }
                LockSupport.parkNanos(STEP_NANOS);
            }
        } catch (IOException e) {
            LOG.warn("other windows cannot be looked for: {}", e.toString());
            return new LaunchOutcome.Alone();
        }
    }

    LaunchOutcome claim() {
        try {
            makeFolder();
            return lock().<LaunchOutcome>map(LaunchOutcome.First::new)
                    .orElse(new LaunchOutcome.Alone());
        } catch (IOException e) {
            LOG.warn("other windows cannot be looked for: {}", e.toString());
            return new LaunchOutcome.Alone();
        }
    }

    private void makeFolder() throws IOException {
        Files.createDirectories(folder);
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        }
    }

    private Optional<SingleInstance> lock() throws IOException {
        FileChannel file =
                FileChannel.open(
                        folder.resolve("window.lock"),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE);
        try {
            if (file.tryLock() != null) {
                return Optional.of(SingleInstance.listenAt(socket, file));
            }
        } catch (OverlappingFileLockException _) {
            LOG.debug("this very process has the window");
        } catch (IOException e) {
            file.close();
            throw e;
        }
        file.close();
        return Optional.empty();
    }

    private boolean handOver(LaunchMessage word) {
        try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            channel.connect(UnixDomainSocketAddress.of(socket));
            try (ReadTimeout _ = ReadTimeout.with(channel)) {
                LaunchMessage.write(channel, word.line());
                return LaunchMessage.read(channel).equals(LaunchMessage.TAKEN);
            }
        } catch (IOException | RuntimeException e) {
            LOG.debug("the window was not reached", e);
            return false;
        }
    }
}
