package org.tonewire.app.desktop.tray;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.connections.impl.DBusConnectionBuilder;
import org.freedesktop.dbus.exceptions.DBusException;

/// A real message bus of one's own.
record Bus(Process daemon, String address) implements AutoCloseable {

    static Bus start(Path folder) throws IOException {
        Path config = folder.resolve("bus.conf");
        Files.writeString(config, configuration(folder.resolve("bus")));
        Process daemon =
                new ProcessBuilder(
                                List.of(
                                        "dbus-daemon",
                                        "--nofork",
                                        "--print-address",
                                        "--config-file=" + config))
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        try (BufferedReader said = daemon.inputReader(StandardCharsets.UTF_8)) {
            return new Bus(daemon, said.readLine());
        }
    }

    private static String configuration(Path socket) {
        return """
        <!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
         "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
        <busconfig>
          <type>session</type>
          <listen>unix:path=%s</listen>
          <policy context="default">
            <allow send_destination="*" eavesdrop="true"/>
            <allow eavesdrop="true"/>
            <allow own="*"/>
          </policy>
        </busconfig>
        """
                .formatted(socket);
    }

    DBusConnection connect() throws DBusException {
        return DBusConnectionBuilder.forAddress(address).withShared(false).build();
    }

    @Override
    public void close() {
        daemon.destroyForcibly();
        try {
            if (!daemon.waitFor(60, TimeUnit.SECONDS)) {
                throw new UncheckedIOException(new IOException("the bus does not end"));
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
