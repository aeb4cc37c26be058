package org.tonewire.app;

import java.util.List;
import org.tonewire.app.cli.TonewireCommand;

/// Where the program starts. It ends at once after everything was closed in order: the native
/// libraries leave threads behind, and do not always survive the runtime's own way out.
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        Wiring wiring = new Wiring();
        int code = TonewireCommand.run(List.of(arguments), wiring, wiring::window);
        wiring.close();
        wiring.streams().out().flush();
        wiring.streams().err().flush();
        ProcessExit.now(code);
    }
}
