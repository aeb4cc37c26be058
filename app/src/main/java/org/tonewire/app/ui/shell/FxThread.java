package org.tonewire.app.ui.shell;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The only caller of `Platform.runLater`: tasks submitted between two pulses run together, in
/// order. Any thread.
public final class FxThread implements Executor {
    private static final Logger LOG = LoggerFactory.getLogger(FxThread.class);

    private final Queue<Runnable> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean called = new AtomicBoolean();

    @Override
    public void execute(Runnable task) {
        waiting.add(task);
        if (called.compareAndSet(false, true)) {
            Platform.runLater(this::runAll);
        }
    }

    private void runAll() {
        called.set(false);
        @Nullable Runnable task;
        while ((task = waiting.poll()) != null) {
            try {
                task.run();
            } catch (RuntimeException e) {
                LOG.error("a task of the interface failed", e);
            }
        }
    }
}
