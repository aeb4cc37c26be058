package org.tonewire.app.cli;

import java.io.InputStream;
import java.io.PrintStream;
import java.util.Optional;
import org.tonewire.app.core.device.AudioDevices;
import org.tonewire.app.core.host.RoomHost;
import org.tonewire.app.core.host.ServerHost;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.core.room.Sessions;
import org.tonewire.app.shell.RoomStore;
import org.tonewire.app.shell.server.OwnedRooms;
import org.tonewire.app.shell.server.ServerStore;
import org.tonewire.app.shell.settings.Settings;
import org.tonewire.app.text.Wording;

/// The services that commands use. Expensive ones are created on first use.
public interface CommandServices {
    Sessions sessions();

    RoomHost roomHost();

    ServerHost serverHost();

    /// The rooms that are kept over a restart.
    RoomStore storedRooms();

    /// The rooms on servers that were opened from here.
    OwnedRooms ownedRooms();

    /// The servers on which rooms were opened from here.
    ServerStore knownServers();

    AudioDevices devices();

    Settings settings();

    /// The problem found when the settings file was last read, if any.
    Optional<Problem> settingsProblem();

    Wording wording();

    void logLevel(LogLevel level);

    /// Switches the log to JSON, one object per line.
    void logAsJson();

    /// Calls one of these each time the signal SIGHUP arrives, on a thread of the runtime. Does
    /// nothing where there is no such signal.
    ///
    /// @param onRequest somebody sent it
    /// @param onTerminalClosed the terminal of the process has closed
    default void onHangup(Runnable onRequest, Runnable onTerminalClosed) {}

    /// Ends the process at once, without other shutdown hooks. Called by a shutdown hook when
    /// everything is closed. Does not return.
    void exit(ExitCode code);

    /// Standard input, output and error of the process.
    Streams streams();

    record Streams(InputStream in, PrintStream out, PrintStream err) {
        public static Streams ofProcess(InputStream in) {
            return new Streams(in, System.out, System.err);
        }
    }
}
