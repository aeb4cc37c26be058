package org.tonewire.app.logging;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.UnsynchronizedAppenderBase;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;

/// The log file, made at the first warning or error: a run without any leaves no file, and no
/// thread. It is opened and written on a thread of its own, `log-file`: a disk or a network that
/// does not answer holds up nobody who logs. How many entries were dropped is logged before the
/// next one. Any thread; only [#path()], [#flush()] and [#stop()] wait.
final class LateLogFile extends UnsynchronizedAppenderBase<ILoggingEvent> {
    private static final Duration OPENING_LIMIT = Duration.ofMillis(200);
    private static final Duration FLUSH_LIMIT = Duration.ofMillis(500);

    private final Path folder;
    private final EntryQueue entries = new EntryQueue();
    private final Duration openingLimit;
    private final AtomicBoolean begun = new AtomicBoolean();
    private final AtomicBoolean waitedFor = new AtomicBoolean();

    /// Completed by the writing thread.
    private final CompletableFuture<Optional<Appender<ILoggingEvent>>> file =
            new CompletableFuture<>();

    LateLogFile(Path folder) {
        this(folder, OPENING_LIMIT);
    }

    /// @param openingLimit how long [#path()] waits
    LateLogFile(Path folder, Duration openingLimit) {
        this.folder = folder;
        this.openingLimit = openingLimit;
    }

    /// The file, unless it cannot be written. Who asks first waits a little while it is opened.
    Optional<Path> path() {
        begin();
        Optional<Path> path = Optional.of(folder.resolve(LogFile.NAME));
        if (!waitedFor.compareAndSet(false, true) && !file.isDone()) {
            return path;
        }
        try {
            return file.get(openingLimit.toMillis(), TimeUnit.MILLISECONDS).isPresent()
                    ? path
                    : Optional.empty();
        } catch (TimeoutException | ExecutionException _) {
            return path;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return path;
        }
    }

    @Override
    protected void append(ILoggingEvent event) {
        if (event.getLevel().isGreaterOrEqual(Level.WARN)) {
            event.prepareForDeferredProcessing();
            entries.add(() -> file.join().ifPresent(open -> write(open, event)));
            begin();
        }
    }

    /// Waits until what was logged before is written, half a second at most.
    void flush() {
        if (begun.get()) {
            entries.flush(FLUSH_LIMIT);
        }
    }

    /// What waits is still written.
    @Override
    public void stop() {
        super.stop();
        entries.add(() -> file.join().ifPresent(Appender::stop));
        flush();
        entries.end();
    }

    private void begin() {
        if (begun.compareAndSet(false, true)) {
            Thread.ofPlatform().daemon().name("log-file").start(this::run);
        }
    }

    private void run() {
        try {
            file.complete(LogFile.open(getContext(), folder, LogFile.MAX_BYTES));
        } finally {
            file.complete(Optional.empty());
        }
        entries.run();
    }

    private void write(Appender<ILoggingEvent> open, ILoggingEvent event) {
        entries.loss(getContext()).ifPresent(open::doAppend);
        open.doAppend(event);
    }
}
