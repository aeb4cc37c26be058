package org.tonewire.app.cli;

import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/// Default values of options, read from a properties file as any editor writes it: with a byte
/// order mark, blanks at the end of a line, and backslashes in the paths of Windows. The command
/// line takes precedence.
final class OptionsFile implements CommandLine.IDefaultValueProvider {
    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final Charset OF_OLD_WINDOWS = Charset.forName("windows-1252");

    /// A backslash, with what it escapes, if that is an escape.
    private static final Pattern BACKSLASH =
            Pattern.compile("\\\\(\\\\|[:=#! \r\n]|u\\p{XDigit}{4})?");

    private final Properties properties;

    private OptionsFile(Properties properties) {
        this.properties = properties;
    }

    /// @param known the command whose options the file may contain
    static OptionsFile read(Path file, CommandLine known) {
        Properties properties = new Properties();
        try {
            String text = withLiteralBackslashes(text(Files.readAllBytes(file)));
            properties.load(new StringReader(text));
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
        if (!(argument instanceof OptionSpec option)) {
            return null;
        }
        String written = properties.getProperty(name(option));
        if (written == null) {
            return null;
        }
        String value = written.strip();
        if (value.isEmpty() && !option.longestName().equals(ServerOptions.ROOM_TOKEN)) {
            return null;
        }
        return option.splitRegex().isEmpty() ? value : value.replaceAll("\\s*([,=])\\s*", "$1");
    }

    private static String text(byte[] bytes) {
        Charset charset = charset(bytes);
        String text = new String(bytes, charset);
        return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
    }

    private static Charset charset(byte[] bytes) {
        int start = bytes.length < 2 ? 0 : ((bytes[0] & 0xff) << 8) | (bytes[1] & 0xff);
        if (start == 0xfffe) {
            return StandardCharsets.UTF_16LE;
        }
        if (start == 0xfeff) {
            return StandardCharsets.UTF_16BE;
        }
        try {
            var _ = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return StandardCharsets.UTF_8;
        } catch (CharacterCodingException _) {
            return OF_OLD_WINDOWS;
        }
    }

    /// Doubles each backslash that escapes nothing: `C:\new` is a path, and has no line break.
    private static String withLiteralBackslashes(String text) {
        return BACKSLASH
                .matcher(text)
                .replaceAll(found ->
                        Matcher.quoteReplacement(found.group(1) == null ? "\\\\" : found.group()));
    }

    private static String name(OptionSpec option) {
        return option.longestName().replaceFirst("^--", "");
    }
}
