package org.tonewire.app.cli;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.tonewire.app.core.intent.WindowIntent;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// `tonewire`: the window; with a command, one of the other faces.
@Command(
        name = "tonewire",
        mixinStandardHelpOptions = true,
        versionProvider = TonewireCommand.Version.class,
        description = "Sends sound between computers, peer to peer and encrypted.",
        footer = {
            "",
            "Without a command the window opens.",
            "Exit codes: 0 done, 1 failed, 2 usage, 3 cannot connect, 4 refused, 5 no such device."
        })
public final class TonewireCommand implements Callable<Integer> {
    private final Face face;

    private TonewireCommand(Face face) {
        this.face = face;
    }

    /// Does what the arguments say and blocks until it is done.
    ///
    /// @param window opens the window and blocks until it is closed
    /// @return the process's exit code
    public static int run(
            List<String> arguments, CliParts parts, Function<WindowIntent, ExitCode> window) {
        Face face = new Face(parts, window);
        CommandLine line =
                new CommandLine(new TonewireCommand(face))
                        .addSubcommand(new HostCommand(face))
                        .addSubcommand(new JoinCommand(face))
                        .addSubcommand(new ServerCommand(face))
                        .addSubcommand(new DevicesCommand(face))
                        .setCaseInsensitiveEnumValuesAllowed(true)
                        .setOut(writer(parts.streams().out()))
                        .setErr(writer(parts.streams().err()));
        return line.execute(arguments.toArray(String[]::new));
    }

    @Override
    public Integer call() {
        return face.window(
                        new WindowIntent(
                                new WindowIntent.Begin(),
                                Optional.empty(),
                                Optional.empty(),
                                List.of()))
                .number();
    }

    private static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(stream, true, StandardCharsets.UTF_8);
    }

    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = TonewireCommand.class.getPackage().getImplementationVersion();
            return new String[] {"Tonewire " + (version == null ? "from source" : version)};
        }
    }
}
