package org.tonewire.app;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The signals of POSIX that end a process, where the system has them. `sun.misc.Signal` handles
/// them, and is used by reflection, as there is no way to compile against it without a warning. Any
/// thread.
final class ProcessSignals {
    private static final Logger LOG = LoggerFactory.getLogger(ProcessSignals.class);

    private ProcessSignals() {}

    /// Handles a signal from here on.
    ///
    /// @param name without `SIG`, such as `HUP`
    /// @param handler runs on a thread of its own for each signal; what it throws is logged
    /// @return what the signal did before; nothing where there is no such signal
    static Runnable handle(String name, Runnable handler) {
        try {
            Class<?> signals = Class.forName("sun.misc.Signal");
            Class<?> handlers = Class.forName("sun.misc.SignalHandler");
            Object signal = signals.getConstructor(String.class).newInstance(name);
            Object proxy =
                    Proxy.newProxyInstance(
                            ProcessSignals.class.getClassLoader(),
                            new Class<?>[] {handlers},
                            calling(name, handler));
            Object before =
                    signals.getMethod("handle", signals, handlers).invoke(null, signal, proxy);
            return () -> {
                try {
                    handlers.getMethod("handle", signals).invoke(before, signal);
                } catch (ReflectiveOperationException e) {
                    LOG.error("SIG{} could not be handled as before", name, e);
                }
            };
        } catch (ReflectiveOperationException | IllegalArgumentException e) {
            LOG.debug("There is no signal SIG{}: {}", name, e.toString());
            return () -> {};
        }
    }

    /// The runtime keeps the handler in a table, so it has to equal itself alone.
    @SuppressWarnings("ReferenceEquality")
    private static InvocationHandler calling(String name, Runnable handler) {
        return (self, method, arguments) ->
                switch (method.getName()) {
                    case "handle" -> {
                        run(name, handler);
                        yield null;
                    }
                    case "equals" -> self == arguments[0];
                    case "hashCode" -> System.identityHashCode(self);
                    default -> "handler of SIG" + name;
                };
    }

    private static void run(String name, Runnable handler) {
        try {
            handler.run();
        } catch (RuntimeException e) {
            LOG.error("SIG{} could not be handled", name, e);
        }
    }
}
