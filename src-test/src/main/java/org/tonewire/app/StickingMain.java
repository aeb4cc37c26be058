package org.tonewire.app;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.tonewire.app.cli.CommandServices;
import org.tonewire.app.cli.ExitCode;
import org.tonewire.app.cli.TonewireCommand;
import org.tonewire.app.core.room.SessionEvent;
import org.tonewire.app.core.room.Sessions;

/// The program without a window. Its session thread blocks for ever when [#STICK] arrives in the
/// chat, as in a native call that never returns.
public final class StickingMain {
    public static final String STICK = "stick";

    private StickingMain() {}

    public static void main(String[] arguments) {
        Wiring wiring = Wiring.begin();
        int code = TonewireCommand.run(List.of(arguments), sticking(wiring), _ -> ExitCode.FAILED);
        ExitDeadline.begin(code, ExitDeadline.AT_THE_END);
        wiring.close();
        wiring.exit(code == 0 ? ExitCode.DONE : ExitCode.FAILED);
    }

    /// The parts of the program, with sessions whose listener blocks.
    private static CommandServices sticking(Wiring wiring) {
        InvocationHandler handler =
                (_, method, values) -> {
                    try {
                        Object part = method.invoke(wiring, values);
                        return part instanceof Sessions sessions ? sticking(sessions) : part;
                    } catch (InvocationTargetException e) {
                        throw e.getTargetException();
                    }
                };
        return (CommandServices)
                Proxy.newProxyInstance(
                        CommandServices.class.getClassLoader(),
                        new Class<?>[] {CommandServices.class},
                        handler);
    }

    private static Sessions sticking(Sessions sessions) {
        return (request, output, listener) -> sessions.join(request, output, sticking(listener));
    }

    /// Runs on the session thread.
    private static Consumer<SessionEvent> sticking(Consumer<SessionEvent> listener) {
        return event -> {
            listener.accept(event);
            if (event instanceof SessionEvent.ChatReceived(_, _, String text)
                    && text.equals(STICK)) {
                while (true) {
                    LockSupport.park();
                }
            }
        };
    }
}
