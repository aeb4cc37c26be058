package org.tonewire.app;

import java.io.FileInputStream;
import java.io.IOException;

/// The signal SIGHUP, by which services are told to read their options again. A terminal that
/// closes sends it too.
final class Hangup {
    private static final String TERMINAL = "/dev/tty";

    private Hangup() {}

    /// Calls one of these on a thread of the runtime each time the signal arrives. Without effect
    /// where there is no such signal, and where it is ignored (`nohup`).
    ///
    /// @param onRequest somebody sent the signal
    /// @param onTerminalClosed the terminal of this process has closed
    static void handle(Runnable onRequest, Runnable onTerminalClosed) {
        boolean hadTerminal = hasTerminal();
        Runnable handler =
                () -> {
                    if (hadTerminal && !hasTerminal()) {
                        onTerminalClosed.run();
                    } else {
                        onRequest.run();
                    }
                };
        var _ = ProcessSignals.handle("HUP", handler);
    }

    /// Whether this process has a terminal: opening it fails once it has closed.
    private static boolean hasTerminal() {
        try (var _ = new FileInputStream(TERMINAL)) {
            return true;
        } catch (IOException _) {
            return false;
        }
    }
}
