package org.tonewire.app.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tonewire.app.core.device.DeviceId;
import org.tonewire.app.core.device.OutputChoice;
import org.tonewire.app.core.source.SourceOrigin;
import org.tonewire.app.core.source.SourceSpec;
import org.tonewire.signaling.protocol.ParticipantName;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// Options shared by `host` and `join`.
final class SessionOptions {
    @Option(
            names = "--name",
            paramLabel = "ME",
            converter = NameConverter.class,
            description = "Name shown to the other participants.")
    private @Nullable ParticipantName name;

    @Option(
            names = "--source",
            paramLabel = "S",
            converter = SourceConverter.class,
            description = {
                "A source; may be repeated: mic, mic:NAME, system, system:NAME, file:PATH,",
                "url:ADDRESS, pipe: (s16le stereo 48 kHz on standard input), tone:HZ; options",
                "after commas: profile=voice|music|studio, channels=both|left|right|mono,",
                "gain=DB, loop, name=TEXT."
            })
    private List<SourceSpec> sources = new ArrayList<>();

    @Option(
            names = "--output",
            paramLabel = "DEVICE",
            description = "Output device: its name, default or none.")
    private @Nullable String output;

    @Option(
            names = "--record",
            paramLabel = "DIR",
            description = "Records every track, sent and received, as a WAV file in this folder.")
    private @Nullable Path record;

    @Option(names = "--headless", description = "Runs without a window.")
    private boolean headless;

    @Option(names = "--json", description = "Prints one JSON event per line on standard output.")
    private boolean json;

    @Option(
            names = "--commands",
            description = {
                "Reads commands from standard input, one per line, without a window;",
                "the line 'help' lists them."
            })
    private boolean commands;

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec command;

    /// Refuses options that exclude one another. To be called before anything is opened.
    ///
    /// @throws ParameterException a usage error, whose message names them
    void check() {
        long pipes = sources.stream().filter(s -> s.origin() instanceof SourceOrigin.Pipe).count();
        if (pipes > 0 && commands) {
            throw usageError("--commands and --source pipe: both read standard input: use one");
        }
        if (pipes > 1) {
            throw usageError("--source pipe: reads standard input and can be given only once");
        }
    }

    private ParameterException usageError(String message) {
        return new ParameterException(Objects.requireNonNull(command).commandLine(), message);
    }

    Optional<ParticipantName> name() {
        return Optional.ofNullable(name);
    }

    List<SourceSpec> sources() {
        return List.copyOf(sources);
    }

    Optional<OutputChoice> output() {
        return Optional.ofNullable(output).map(SessionOptions::outputOf);
    }

    Optional<Path> record() {
        return Optional.ofNullable(record);
    }

    boolean headless() {
        return headless || json || commands;
    }

    boolean json() {
        return json;
    }

    boolean commands() {
        return commands;
    }

    static OutputChoice outputOf(String word) {
        return switch (word) {
            case "none" -> new OutputChoice.None();
            case "default" -> new OutputChoice.SystemDefault();
            default -> new OutputChoice.Chosen(DeviceId.typed(word));
        };
    }

    static final class NameConverter implements CommandLine.ITypeConverter<ParticipantName> {
        @Override
        public ParticipantName convert(String value) {
            return ParticipantName.parse(value)
                    .orElseThrow(() ->
                            new CommandLine.TypeConversionException(
                                    "a name has 1 to 64 printable characters"));
        }
    }

    static final class SourceConverter implements CommandLine.ITypeConverter<SourceSpec> {
        @Override
        public SourceSpec convert(String value) {
            try {
                return SourceGrammar.parse(value);
            } catch (SourceGrammar.SyntaxException e) {
                throw new CommandLine.TypeConversionException(e.getMessage());
            }
        }
    }
}
