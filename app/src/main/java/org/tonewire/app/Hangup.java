package org.tonewire.app;

import java.io.FileInputStream;
import java.io.IOException;
import java.lang.reflect.Proxy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The signal SIGHUP, by which services are told to read their options again. A terminal that
/// closes sends it too. Java has no supported class for signals, so `sun.misc.Signal` is called by
/// its name.
final class Hangup {
    private static final Logger LOG = LoggerFactory.getLogger(Hangup.class);
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
        try {
            install(handler);
        } catch (ReflectiveOperationException | IllegalArgumentException e) {
            LOG.debug("There is no signal SIGHUP: {}", e.toString());
        }
    }

    /// The runtime keeps the handler in a table, so it has to equal itself alone.
    @SuppressWarnings("ReferenceEquality")
    private static void install(Runnable handler) throws ReflectiveOperationException {
        Class<?> signal = Class.forName("sun.misc.Signal");
        Class<?> listener = Class.forName("sun.misc.SignalHandler");
        Object proxy =
                Proxy.newProxyInstance(
                        listener.getClassLoader(),
                        new Class<?>[] {listener},
                        (self, method, arguments) ->
                                switch (method.getName()) {
                                    case "handle" -> {
                                        run(handler);
                                        yield null;
                                    }
                                    case "equals" -> self == arguments[0];
                                    case "hashCode" -> System.identityHashCode(self);
                                    default -> "handler of SIGHUP";
                                });
        signal.getMethod("handle", signal, listener)
                .invoke(null, signal.getConstructor(String.class).newInstance("HUP"), proxy);
    }

    private static void run(Runnable handler) {
        try {
            handler.run();
        } catch (RuntimeException e) {
            LOG.error("SIGHUP could not be handled", e);
        }
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
