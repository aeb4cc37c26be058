package org.tonewire.app.cli;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.core.problem.Reason;
import org.tonewire.app.shell.WindowIntent;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `tonewire`: opens the window, or runs a subcommand.
@Command(
        name = "tonewire",
        mixinStandardHelpOptions = true,
        versionProvider = TonewireCommand.Version.class,
        description = "Sends sound between computers, peer to peer and encrypted.",
        footer = {
            "",
            "Without a command the window opens; if it is already open, it comes to the front.",
            "Exit codes: 0 done, 1 failed, 2 usage, 3 cannot connect, 4 refused, 5 no such device."
        })
public final class TonewireCommand implements Callable<Integer> {
    private static final Logger LOG = LoggerFactory.getLogger(TonewireCommand.class);

    @Parameters(
            arity = "0..1",
            paramLabel = "INVITE",
            description = "An invite: the window opens and joins its room.")
    private @Nullable String link;

    @Spec private @Nullable CommandSpec spec;

    private final CommandContext context;

    private TonewireCommand(CommandContext context) {
        this.context = context;
    }

    /// Runs the command line. Blocks until the command is done.
    ///
    /// @param window opens the window and blocks until it is closed
    /// @return the exit code of the process
    public static int run(
            List<String> arguments,
            CommandServices services,
            Function<WindowIntent, ExitCode> window) {
        CommandContext context = new CommandContext(services, window);
        if (CommandContext.isDoubleClick(arguments)) {
            return context.window(arguments).number();
        }
        CommandLine line =
                new CommandLine(new TonewireCommand(context))
                        .addSubcommand(new HostCommand(context))
                        .addSubcommand(new JoinCommand(context))
                        .addSubcommand(new ServerCommand(context))
                        .addSubcommand(new DevicesCommand(context))
                        .setCaseInsensitiveEnumValuesAllowed(true)
                        .setOut(writer(services.streams().out()))
                        .setErr(writer(services.streams().err()))
                        .setExecutionExceptionHandler((defect, _, _) -> ended(context, defect));
        return line.execute(arguments.toArray(String[]::new));
    }

    /// A person gets a sentence, the log gets the rest.
    private static int ended(CommandContext context, Exception defect) {
        LOG.error("ended by a defect", defect);
        context.lines(false).problem(Problem.of(Reason.INTERNAL));
        return ExitCode.FAILED.number();
    }

    @Override
    public Integer call() {
        @Nullable String given = link;
        if (given != null && !CommandContext.isLink(given)) {
            throw new ParameterException(
                    Objects.requireNonNull(spec).commandLine(),
                    "there is no command “" + given + "”");
        }
        List<String> links = given == null ? List.of() : List.of(given);
        return context.window(links).number();
    }

    /// The version of this program.
    public static String version() {
        String version = TonewireCommand.class.getPackage().getImplementationVersion();
        return version == null ? "from source" : version;
    }

    private static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(stream, true, StandardCharsets.UTF_8);
    }

    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"Tonewire " + version()};
        }
    }
}
