package org.tonewire.app;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/// Notices that the system ends this process: at log-out, when a service or the computer is
/// stopped, when a terminal is closed. Ctrl-C is none of these: a person ends the program by it.
/// Shutdown hooks are not told the difference. Any thread.
final class EndSignals {
    private static final List<String> NAMES = List.of("TERM", "HUP");

    private volatile boolean received;

    private EndSignals() {}

    /// From here on signals are noticed; they end the process as before.
    static EndSignals watch() {
        EndSignals signals = new EndSignals();
        NAMES.forEach(signals::watch);
        return signals;
    }

    boolean received() {
        return received;
    }

    private void watch(String name) {
        CompletableFuture<Runnable> before = new CompletableFuture<>();
        before.complete(
                ProcessSignals.handle(
                        name,
                        () -> {
                            received = true;
                            before.join().run();
                        }));
    }
}
