package org.tonewire.app.cli;

import java.util.Locale;
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

/// Default settings and English texts; any other service is a mistake, unless a test has it.
interface BareServices extends CommandServices {
    @Override
    default Sessions sessions() {
        throw new AssertionError("no session was asked for");
    }

    @Override
    default RoomHost roomHost() {
        throw new AssertionError("no room was to be hosted");
    }

    @Override
    default ServerHost serverHost() {
        throw new AssertionError("no server was asked for");
    }

    @Override
    default RoomStore storedRooms() {
        throw new AssertionError("no room was to be kept");
    }

    @Override
    default OwnedRooms ownedRooms() {
        throw new AssertionError("no rooms on servers were asked for");
    }

    @Override
    default ServerStore knownServers() {
        throw new AssertionError("no servers were asked for");
    }

    @Override
    default AudioDevices devices() {
        throw new AssertionError("no devices were asked for");
    }

    @Override
    default Settings settings() {
        return Settings.DEFAULT;
    }

    @Override
    default Optional<Problem> settingsProblem() {
        return Optional.empty();
    }

    @Override
    default Wording wording() {
        return Wording.of(Locale.ENGLISH);
    }

    @Override
    default void logLevel(LogLevel level) {}

    @Override
    default void logAsJson() {}

    @Override
    default void exit(ExitCode code) {
        throw new AssertionError("ended with " + code);
    }
}
