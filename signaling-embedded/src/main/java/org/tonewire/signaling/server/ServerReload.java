package org.tonewire.signaling.server;

import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import javax.net.ssl.SSLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tonewire.signaling.room.RoomLimits;
import org.tonewire.signaling.server.limit.BoundedThread;
import org.tonewire.signaling.tls.IdentityException;
import org.tonewire.signaling.tls.TlsSource;

/// Changes the settings of a running server: its certificate, its access rules and its limits.
/// Connections stay. Thread-safe; reads files, so not for event loops.
final class ServerReload implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ServerReload.class);

    private static final String OLD_ONE_STAYS =
            "the new certificate cannot be used, and the old one stays: {}";

    private final ReentrantLock lock = new ReentrantLock();
    private final LiveSettings settings;
    private final RoomExecutor rooms;
    private TlsSource source;
    private Optional<CertificateWatch> watch = Optional.empty();
    private boolean closed;
    private String lastFailure = "";

    ServerReload(LiveSettings settings, RoomExecutor rooms, TlsSource source) {
        this.settings = settings;
        this.rooms = rooms;
        this.source = source;
    }

    /// Watches the files of the certificate, if it comes from files of others.
    void watchFiles() {
        lock.lock();
        try {
            watch.ifPresent(CertificateWatch::close);
            watch =
                    source instanceof TlsSource.PemFiles files && !closed
                            ? Optional.of(CertificateWatch.start(files, this::readAgain))
                            : Optional.empty();
        } finally {
            lock.unlock();
        }
    }

    /// Takes the access rules, the limits and the certificate of this configuration, and nothing
    /// else of it.
    ///
    /// @param roomLimits the limits of rooms
    /// @return the file because of which the certificate stays as it was, or an empty text; empty
    ///   if it is the wanted one
    Optional<String> apply(SignalingServerConfig changed, RoomLimits roomLimits) {
        lock.lock();
        try {
            settings.replace(
                    settings.values()
                            .with(
                                    changed.features().access(),
                                    changed.limits(),
                                    changed.features().ice()));
            var _ =
                    rooms.query(all -> {
                        all.use(roomLimits);
                        return true;
                    });
            Optional<String> problem =
                    isMadeHere(changed.tls()) ? Optional.empty() : read(changed.tls());
            if (problem.isEmpty() && !changed.tls().equals(source)) {
                source = changed.tls();
                watchFiles();
            }
            return problem;
        } finally {
            lock.unlock();
        }
    }

    /// Whether it is the certificate that this server made, and goes on with.
    private boolean isMadeHere(TlsSource wanted) {
        boolean isKept =
                wanted instanceof TlsSource.SelfSigned && source instanceof TlsSource.SelfSigned;
        boolean isForThisRun =
                wanted instanceof TlsSource.Unkept && source instanceof TlsSource.Unkept;
        return isForThisRun || (isKept && wanted.equals(source));
    }

    /// @return whether there is nothing to be tried again
    private boolean readAgain(TlsSource.PemFiles files) {
        lock.lock();
        try {
            return !files.equals(source) || read(files).isEmpty();
        } finally {
            lock.unlock();
        }
    }

    private Optional<String> read(TlsSource from) {
        try {
            Optional<ServerTls> loaded = ServerTls.load(from);
            LiveSettings.Values values = settings.values();
            if (loaded.isEmpty() || values.tls().filter(loaded.get()::shows).isPresent()) {
                return Optional.empty();
            }
            settings.replace(values.with(loaded.get()));
            lastFailure = "";
            LOG.info(
                    "new connections get another certificate, valid until {}, fingerprint {}",
                    loaded.get().identity().chain().getFirst().getNotAfter().toInstant(),
                    loaded.get().fingerprint().hex());
            return Optional.empty();
        } catch (IdentityException e) {
            warn(String.valueOf(e.getMessage()));
            return Optional.of(e.file().toString());
        } catch (SSLException e) {
            warn(e.toString());
            return Optional.of("");
        }
    }

    /// Once, though files are tried again.
    private void warn(String failure) {
        if (!failure.equals(lastFailure)) {
            LOG.warn(OLD_ONE_STAYS, failure);
        }
        lastFailure = failure;
    }

    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            watch.ifPresent(it -> BoundedThread.runSafely(it::close));
        } finally {
            lock.unlock();
        }
    }
}
