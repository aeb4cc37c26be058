package org.tonewire.app.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tonewire.app.core.address.FileAddress;
import org.tonewire.app.core.address.WebAddress;
import org.tonewire.app.core.audio.ChannelChoice;
import org.tonewire.app.core.device.DeviceId;
import org.tonewire.app.core.source.Profile;
import org.tonewire.app.core.source.SourceOrigin;
import org.tonewire.app.core.source.SourceSpec;

/// Parses a source argument: a kind, its parameter after a colon, options after commas, like
/// `file:/music/a.flac,gain=-6,loop`. A comma that is not followed by an option belongs to the
/// parameter, and so does one behind a backslash, which is taken away: `file:Bach\,loop`.
public final class SourceGrammar {
    private static final Pattern LAST_OPTION =
            Pattern.compile(
                    "(?s)(.*)(?<!\\\\),"
                            + "(loop|(?:profile|channels|gain|name)=(?:[^,]|(?<=\\\\),)*)");
    private static final double MIN_GAIN_DB = -60;
    private static final double MAX_GAIN_DB = 12;
    private static final double MIN_TONE_HZ = 20;
    private static final double MAX_TONE_HZ = 20_000;

    /// The argument is not a source; the message says why.
    public static final class SyntaxException extends Exception {
        private static final long serialVersionUID = 1;

        SyntaxException(String message) {
            super(message);
        }
    }

    private Optional<Profile> profile = Optional.empty();
    private ChannelChoice channels = ChannelChoice.BOTH;
    private Optional<String> name = Optional.empty();
    private double gainDb;
    private boolean loop;

    private SourceGrammar() {}

    public static SourceSpec parse(String word) throws SyntaxException {
        return new SourceGrammar().read(word);
    }

    private SourceSpec read(String word) throws SyntaxException {
        String rest = word;
        Matcher option = LAST_OPTION.matcher(rest);
        while (option.matches()) {
            option(option.group(2));
            rest = option.group(1);
            option = LAST_OPTION.matcher(rest);
        }
        int colon = rest.indexOf(':');
        String kind = colon < 0 ? rest : rest.substring(0, colon);
        String of = colon < 0 ? "" : plain(rest.substring(colon + 1));
        SourceOrigin origin = origin(kind, of);
        if (loop && !(origin instanceof SourceOrigin.AudioFile)) {
            throw new SyntaxException("only a file can loop");
        }
        Profile defaultProfile =
                origin instanceof SourceOrigin.Microphone ? Profile.VOICE : Profile.MUSIC;
        return new SourceSpec(origin, profile.orElse(defaultProfile), channels, gainDb, name);
    }

    private SourceOrigin origin(String kind, String of) throws SyntaxException {
        return switch (kind) {
            case "mic" -> new SourceOrigin.Microphone(device(of));
            case "system" -> new SourceOrigin.SystemAudio(device(of));
            case "file" -> file(of);
            case "url" -> address(of);
            case "pipe" -> pipe(of);
            case "tone" -> tone(of);
            default ->
                    throw new SyntaxException(
                            "no such source: "
                                    + kind
                                    + "; there are mic, system, file:PATH, url:ADDRESS, pipe: and"
                                    + " tone:HZ");
        };
    }

    private SourceOrigin file(String of) throws SyntaxException {
        try {
            Optional<Path> url =
                    of.startsWith("//") ? FileAddress.ofUrl("file:" + of) : Optional.empty();
            if (!of.isBlank()) {
                String home = System.getProperty("user.home");
                Path path = url.orElseGet(() -> FileAddress.ofPath(of, home));
                return new SourceOrigin.AudioFile(path, loop);
            }
        } catch (InvalidPathException e) {
            throw new SyntaxException("not a path: " + e.getInput());
        }
        throw new SyntaxException("file: needs a path, like file:/music/song.flac");
    }

    private static SourceOrigin address(String of) throws SyntaxException {
        return switch (WebAddress.parse(of)) {
            case WebAddress.Read(WebAddress address) -> new SourceOrigin.Address(address.uri());
            case WebAddress.Wrong(WebAddress.Part part, String text) ->
                    throw new SyntaxException(
                            switch (part) {
                                case SCHEME ->
                                        "url: needs an address that begins with http:// or"
                                                + " https://";
                                case HOST -> "not an address: no server is called \"" + text + "\"";
                                case PORT ->
                                        "not an address: a port is 1 to 65535, not \""
                                                + text
                                                + "\"";
                            });
        };
    }

    private static String plain(String text) {
        return text.replace("\\,", ",");
    }

    private static SourceOrigin pipe(String of) throws SyntaxException {
        if (!of.isEmpty()) {
            throw new SyntaxException("pipe: reads standard input and takes nothing behind it");
        }
        return new SourceOrigin.Pipe();
    }

    private static SourceOrigin tone(String of) throws SyntaxException {
        double hz = number(of, "tone: needs a frequency in Hz, like tone:440");
        if (!(hz >= MIN_TONE_HZ && hz <= MAX_TONE_HZ)) {
            throw new SyntaxException("a tone is between 20 and 20000 Hz");
        }
        return new SourceOrigin.Tone(hz);
    }

    private void option(String option) throws SyntaxException {
        int equals = option.indexOf('=');
        String value = option.substring(equals + 1);
        switch (equals < 0 ? option : option.substring(0, equals)) {
            case "loop" -> loop = true;
            case "name" ->
                    name = value.isBlank() ? Optional.empty() : Optional.of(plain(value.strip()));
            case "channels" -> channels = channels(value);
            case "profile" -> profile = Optional.of(profile(value));
            default -> gainDb = gain(value);
        }
    }

    private static double gain(String value) throws SyntaxException {
        double db = number(value, "gain= needs decibels, like gain=-6");
        if (!(db >= MIN_GAIN_DB && db <= MAX_GAIN_DB)) {
            throw new SyntaxException("gain= is between -60 and 12 dB");
        }
        return db;
    }

    public static Profile profile(String value) throws SyntaxException {
        return switch (value.toLowerCase(Locale.ROOT)) {
            case "voice" -> Profile.VOICE;
            case "music" -> Profile.MUSIC;
            case "studio" -> Profile.STUDIO;
            default -> throw new SyntaxException("profile= is voice, music or studio");
        };
    }

    public static ChannelChoice channels(String value) throws SyntaxException {
        return switch (value.toLowerCase(Locale.ROOT)) {
            case "both" -> ChannelChoice.BOTH;
            case "left" -> ChannelChoice.LEFT;
            case "right" -> ChannelChoice.RIGHT;
            case "mono" -> ChannelChoice.MONO;
            default -> throw new SyntaxException("channels= is both, left, right or mono");
        };
    }

    private static double number(String value, String otherwise) throws SyntaxException {
        try {
            return Double.parseDouble(value);
        } catch (NumberFormatException _) {
            throw new SyntaxException(otherwise);
        }
    }

    private static Optional<DeviceId> device(String of) {
        return of.isBlank() ? Optional.empty() : Optional.of(DeviceId.typed(of));
    }
}
