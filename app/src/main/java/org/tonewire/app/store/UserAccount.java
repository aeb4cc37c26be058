package org.tonewire.app.store;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Home folder and name of the account that runs this program. The Java runtime asks the system's
/// list of users, and says `?` where the account is not in it, as in a container.
///
/// @param home `$HOME` where it is an absolute path, as other programs take it; else what the
///   runtime says; else [#NO_HOME]
/// @param name what the runtime says, else `$LOGNAME` or `$USER`; may be empty
public record UserAccount(Path home, String name) {
    /// No folder is there, so nothing is kept; Debian calls it so.
    static final Path NO_HOME = Path.of("/nonexistent");

    private static final String HOME = "user.home";
    private static final String NAME = "user.name";

    /// The account of this process.
    public static UserAccount ofThisProcess() {
        return of(
                System.getProperty("os.name"),
                System.getenv(),
                System.getProperty(HOME, ""),
                System.getProperty(NAME, ""));
    }

    /// Tells libraries too, which ask the runtime and would make a folder `?`. To be called before
    /// they are used.
    public static void tellLibraries() {
        UserAccount account = ofThisProcess();
        System.setProperty(HOME, account.home().toString());
        System.setProperty(NAME, account.name());
    }

    static UserAccount of(
            String osName, Map<String, String> environment, String runtimeHome, String name) {
        boolean windows = osName.toLowerCase(Locale.ROOT).startsWith("windows");
        Optional<Path> given =
                windows ? Optional.empty() : absolute(environment.getOrDefault("HOME", ""));
        Path home = given.or(() -> absolute(runtimeHome)).orElse(NO_HOME);
        return new UserAccount(home, isKnown(name) ? name : named(environment));
    }

    private static String named(Map<String, String> environment) {
        return environment.getOrDefault("LOGNAME", environment.getOrDefault("USER", ""));
    }

    private static boolean isKnown(String name) {
        return !name.isBlank() && !name.equals("?");
    }

    /// Empty also for what is no path in the encoding of the system.
    static Optional<Path> absolute(String text) {
        try {
            return Optional.of(Path.of(text)).filter(Path::isAbsolute);
        } catch (InvalidPathException _) {
            return Optional.empty();
        }
    }
}
