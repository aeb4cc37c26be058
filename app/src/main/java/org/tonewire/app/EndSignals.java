package org.tonewire.app;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Notices that the system ends this process: at log-out, when a service or the computer is
/// stopped, when a terminal is closed. Ctrl-C is none of these: a person ends the program by it.
/// Shutdown hooks are not told the difference. `sun.misc.Signal` tells it, and is used by
/// reflection, as there is no way to compile against it without a warning. Any thread.
final class EndSignals {
    private static final Logger LOG = LoggerFactory.getLogger(EndSignals.class);
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
        try {
            Class<?> signal = Class.forName("sun.misc.Signal");
            Class<?> handler = Class.forName("sun.misc.SignalHandler");
            AtomicReference<@Nullable Object> before = new AtomicReference<>();
            InvocationHandler noticing =
                    (_, method, arguments) -> {
                        if (method.getName().equals("handle")) {
                            received = true;
                        }
                        return method.invoke(before.get(), arguments);
                    };
            ClassLoader loader = EndSignals.class.getClassLoader();
            Object proxy = Proxy.newProxyInstance(loader, new Class<?>[] {handler}, noticing);
            Object watched = signal.getConstructor(String.class).newInstance(name);
            before.set(signal.getMethod("handle", signal, handler).invoke(null, watched, proxy));
        } catch (ReflectiveOperationException e) {
            LOG.debug("SIG{} is not noticed", name, e);
        }
    }
}
