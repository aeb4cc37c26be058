package org.tonewire.app;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tonewire.app.cli.ExitCode;
import org.tonewire.app.cli.TonewireCommand;

/// Where the program starts. It ends at once after everything was closed in order: the native
/// libraries leave threads behind, and do not always survive the runtime's own way out.
public final class Main {
    private static final Logger LOG = LoggerFactory.getLogger(Main.class);

    private Main() {}

    public static void main(String[] arguments) {
        Thread.setDefaultUncaughtExceptionHandler(Main::endedByDefect);
        Wiring wiring = Wiring.begin();
        int code = run(List.of(arguments), wiring);
        ExitDeadline.begin(code, ExitDeadline.AT_THE_END);
        wiring.close();
        wiring.flush();
        ProcessExit.now(code);
    }

    /// Returns when it is written, within a second: where the thread was the last one, nothing else
    /// waits for it.
    static void endedByDefect(Thread thread, Throwable defect) {
        LOG.error("{} ended by a defect", thread.getName(), defect);
        Wiring.lastWords();
    }

    /// Whatever goes wrong, what was opened is closed and the process ends.
    private static int run(List<String> arguments, Wiring wiring) {
        try {
            return TonewireCommand.run(arguments, wiring, wiring::window);
        } catch (RuntimeException | LinkageError defect) {
            LOG.error("ended by a defect", defect);
            return ExitCode.FAILED.number();
        }
    }
}
