package org.tonewire.app.cli;

import java.io.InputStream;
import java.io.PrintStream;
import java.util.Optional;
import org.tonewire.app.core.device.AudioDevices;
import org.tonewire.app.core.host.RoomHost;
import org.tonewire.app.core.host.ServerHost;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.core.room.Sessions;
import org.tonewire.app.shell.settings.Settings;
import org.tonewire.app.text.Wording;

/// What the command line works with; the heavy parts are made when they are asked for.
public interface CliParts {
    Sessions sessions();

    RoomHost roomHost();

    ServerHost serverHost();

    AudioDevices devices();

    Settings settings();

    /// What was wrong with their file when the settings were last read.
    Optional<Problem> settingsTrouble();

    Wording wording();

    void logLevel(LogLevel level);

    /// From now on the log is JSON, one object a line.
    void logAsJson();

    /// Ends the process at once, when all is closed; called by a shutdown hook. Does not return.
    void exit(ExitCode code);

    /// Standard input, output and error.
    Streams streams();

    record Streams(InputStream in, PrintStream out, PrintStream err) {
        public static Streams ofProcess(InputStream in) {
            return new Streams(in, System.out, System.err);
        }
    }
}
