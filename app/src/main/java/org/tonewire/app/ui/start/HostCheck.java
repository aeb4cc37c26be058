package org.tonewire.app.ui.start;

import java.util.OptionalInt;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.value.ObservableValue;
import org.tonewire.signaling.protocol.RoomName;

/// Whether the form for hosting is valid.
final class HostCheck extends BooleanBinding {
    private static final int MAX_PORT = 65_535;

    private final ObservableValue<String> name;
    private final ObservableValue<String> room;
    private final ObservableValue<String> port;

    HostCheck(
            ObservableValue<String> name,
            ObservableValue<String> room,
            ObservableValue<String> port) {
        this.name = name;
        this.room = room;
        this.port = port;
        bind(name, room, port);
    }

    @Override
    protected boolean computeValue() {
        return StartViewModel.isName(name.getValue())
                && isRoom(room.getValue())
                && port(port.getValue()).isPresent();
    }

    static boolean isRoom(String text) {
        return RoomName.parse(text.strip()).isPresent();
    }

    /// The port number, 0 for blank; empty if invalid.
    static OptionalInt port(String text) {
        String digits = text.strip();
        if (digits.isEmpty()) {
            return OptionalInt.of(0);
        }
        if (!digits.matches("[0-9]{1,5}")) {
            return OptionalInt.empty();
        }
        int number = Integer.parseInt(digits);
        return number >= 1 && number <= MAX_PORT ? OptionalInt.of(number) : OptionalInt.empty();
    }
}
