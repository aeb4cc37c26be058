package org.tonewire.app.cli;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.core.problem.Reason;
import org.tonewire.app.shell.WindowIntent;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

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
                        .addSubcommand(new RoomsCommand(context))
                        .addSubcommand(new ServersCommand(context))
                        .addSubcommand(new DevicesCommand(context))
                        .setCaseInsensitiveEnumValuesAllowed(true)
                        .setOut(writer(services.streams().out()))
                        .setErr(writer(services.streams().err()))
                        .setExecutionExceptionHandler((defect, _, _) -> ended(context, defect));
        IParameterExceptionHandler usual = line.getParameterExceptionHandler();
        return line.setParameterExceptionHandler((wrong, given) -> refused(wrong, given, usual))
                .execute(arguments.toArray(String[]::new));
    }

    private static int refused(
            ParameterException wrong, String[] given, IParameterExceptionHandler usual)
            throws Exception {
        Optional<String> place =
                wrong instanceof UnmatchedArgumentException unknown
                        ? placeOfOption(unknown)
                        : Optional.empty();
        if (place.isEmpty()) {
            return usual.handleParseException(wrong, given);
        }
        wrong.getCommandLine().getErr().println(place.get());
        return ExitCode.USAGE.number();
    }

    /// For an option of another command, or before its command: where it belongs.
    private static Optional<String> placeOfOption(UnmatchedArgumentException unknown) {
        String option =
                unknown.getUnmatched().stream()
                        .filter(argument -> argument.startsWith("-"))
                        .map(argument -> argument.split("=", 2)[0])
                        .findFirst()
                        .orElse("");
        CommandSpec root = unknown.getCommandLine().getCommandSpec().root();
        List<String> places =
                root.subcommands().values().stream()
                        .map(CommandLine::getCommandSpec)
                        .flatMap(command ->
                                Optional.ofNullable(command.findOption(option))
                                        .map(found -> example(command, option, found))
                                        .stream())
                        .toList();
        return places.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        "“"
                                + option
                                + "” comes behind the command it belongs to: "
                                + String.join(", or ", places));
    }

    private static String example(CommandSpec command, String name, OptionSpec option) {
        Stream<String> parameters =
                command.positionalParameters().stream().map(PositionalParamSpec::paramLabel);
        String value = option.arity().max() == 0 ? "" : " " + option.paramLabel();
        return Stream.concat(
                        Stream.concat(Stream.of(command.qualifiedName()), parameters),
                        Stream.of(name + value))
                .collect(Collectors.joining(" "));
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
