package org.tonewire.app.cli;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/// Default values of options, read from a properties file. The command line takes precedence.
final class OptionsFile implements CommandLine.IDefaultValueProvider {
    private final Properties properties;

    private OptionsFile(Properties properties) {
        this.properties = properties;
    }

    /// @param known the command whose options the file may contain
    static OptionsFile read(Path file, CommandLine known) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException | IllegalArgumentException _) {
            throw new CommandLine.ParameterException(known, "cannot read " + file);
        }
        TreeSet<String> names = new TreeSet<>();
        known.getCommandSpec().options().forEach(option -> names.add(name(option)));
        names.remove("config");
        for (String name : properties.stringPropertyNames()) {
            if (!names.contains(name)) {
                throw new CommandLine.ParameterException(
                        known,
                        "%s: no option is called %s; there are %s"
                                .formatted(file, name, String.join(", ", names)));
            }
        }
        return new OptionsFile(properties);
    }

    @Override
    public @Nullable String defaultValue(ArgSpec argument) {
        return argument instanceof OptionSpec option ? properties.getProperty(name(option)) : null;
    }

    private static String name(OptionSpec option) {
        return option.longestName().replaceFirst("^--", "");
    }
}
