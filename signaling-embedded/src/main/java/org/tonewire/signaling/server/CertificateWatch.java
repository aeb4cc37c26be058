package org.tonewire.signaling.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.tonewire.signaling.server.limit.BoundedThread;
import org.tonewire.signaling.tls.TlsSource;

/// Looks again and again whether the files of a certificate changed, on a thread of its own,
/// `tonewire-certificate`. Looking also finds what a renewal changes by a symbolic link, which the
/// watches of file systems miss. A change counts when the next look finds the files as they are: a
/// certificate and its key are not written at once.
final class CertificateWatch implements AutoCloseable {
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(10);

    private final TlsSource.PemFiles files;
    private final Predicate<TlsSource.PemFiles> onChange;
    private final CountDownLatch closed = new CountDownLatch(1);
    private List<FileState> known;
    private List<FileState> lastSeen;

    CertificateWatch(TlsSource.PemFiles files, Predicate<TlsSource.PemFiles> onChange) {
        this.files = files;
        this.onChange = onChange;
        this.known = states();
        this.lastSeen = known;
    }

    /// @param onChange called on the thread of the watch, at each look until it returns true: the
    ///   right to read a file may come after the file
    static CertificateWatch start(
            TlsSource.PemFiles files, Predicate<TlsSource.PemFiles> onChange) {
        CertificateWatch watch = new CertificateWatch(files, onChange);
        Thread.ofPlatform().daemon().name("tonewire-certificate").start(watch::run);
        return watch;
    }

    /// Looks once.
    void look() {
        List<FileState> states = states();
        boolean isSettled = states.equals(lastSeen);
        lastSeen = states;
        if (isSettled && !states.equals(known) && onChange.test(files)) {
            known = states;
        }
    }

    private void run() {
        try {
            while (!closed.await(BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS)) {
                BoundedThread.runSafely(this::look);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private List<FileState> states() {
        return List.of(FileState.of(files.certificate()), FileState.of(files.key()));
    }

    /// Ends the thread soon. Does not wait for it.
    @Override
    public void close() {
        closed.countDown();
    }

    /// What tells one content of a file from another.
    private record FileState(String place, long modifiedMillis, long bytes) {
        private static final FileState MISSING = new FileState("", 0, 0);

        static FileState of(Path file) {
            try {
                Path real = file.toRealPath();
                return new FileState(
                        real.toString(),
                        Files.getLastModifiedTime(real).toMillis(),
                        Files.size(real));
            } catch (IOException _) {
                return MISSING;
            }
        }
    }
}
