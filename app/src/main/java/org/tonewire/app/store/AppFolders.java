package org.tonewire.app.store;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/// The folders of Tonewire's files: the system's usual ones, or all below `TONEWIRE_HOME` if that
/// is set.
///
/// | | config | data | state |
/// |---|---|---|---|
/// | Linux | `$XDG_CONFIG_HOME` or `~/.config` | `$XDG_DATA_HOME` or `~/.local/share` |
/// `$XDG_STATE_HOME` or `~/.local/state` |
/// | macOS | `~/Library/Application Support` | the same | `~/Library/Logs` |
/// | Windows | `%APPDATA%` | `%LOCALAPPDATA%` | `%LOCALAPPDATA%` |
///
/// @param config settings and known rooms
/// @param data files that the program makes and needs again, like certificates
/// @param state files that may be deleted, like logs
public record AppFolders(Path config, Path data, Path state) {
    static final String OVERRIDE = "TONEWIRE_HOME";

    /// The folders for this computer and its environment.
    public static AppFolders ofThisComputer() {
        Path home = UserAccount.ofThisProcess().home();
        return of(System.getProperty("os.name"), home, System.getenv());
    }

    static AppFolders of(String osName, Path home, Map<String, String> environment) {
        String override = environment.getOrDefault(OVERRIDE, "");
        if (!override.isBlank()) {
            Path base = Path.of(override).toAbsolutePath();
            return new AppFolders(
                    base.resolve("config"), base.resolve("data"), base.resolve("state"));
        }
        String system = osName.toLowerCase(Locale.ROOT);
        if (system.startsWith("mac")) {
            return mac(home.resolve("Library"));
        }
        return system.startsWith("windows")
                ? windows(home.resolve("AppData"), environment)
                : linux(home, environment);
    }

    private static AppFolders mac(Path library) {
        Path support = library.resolve("Application Support").resolve("Tonewire");
        return new AppFolders(support, support, library.resolve("Logs").resolve("Tonewire"));
    }

    private static AppFolders windows(Path appData, Map<String, String> environment) {
        Path roaming = folder(environment, "APPDATA", appData.resolve("Roaming"));
        Path local = folder(environment, "LOCALAPPDATA", appData.resolve("Local"));
        Path here = local.resolve("Tonewire");
        return new AppFolders(roaming.resolve("Tonewire"), here, here.resolve("state"));
    }

    private static AppFolders linux(Path home, Map<String, String> environment) {
        Path local = home.resolve(".local");
        return new AppFolders(
                folder(environment, "XDG_CONFIG_HOME", home.resolve(".config")).resolve("tonewire"),
                folder(environment, "XDG_DATA_HOME", local.resolve("share")).resolve("tonewire"),
                folder(environment, "XDG_STATE_HOME", local.resolve("state")).resolve("tonewire"));
    }

    /// A relative path in the environment is ignored (XDG Base Directory Specification).
    private static Path folder(Map<String, String> environment, String variable, Path otherwise) {
        return UserAccount.absolute(environment.getOrDefault(variable, "")).orElse(otherwise);
    }
}
