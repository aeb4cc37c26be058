package org.tonewire.app.desktop.tray;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// The address of the session bus.
final class BusAddress {
    private BusAddress() {}

    static Optional<String> ofSession() {
        return set("DBUS_SESSION_BUS_ADDRESS")
                .or(() ->
                        set("XDG_RUNTIME_DIR")
                                .map(folder -> Path.of(folder, "bus"))
                                .filter(Files::exists)
                                .map(socket -> "unix:path=" + socket));
    }

    private static Optional<String> set(String variable) {
        return Optional.ofNullable(System.getenv(variable)).filter(value -> !value.isBlank());
    }
}
