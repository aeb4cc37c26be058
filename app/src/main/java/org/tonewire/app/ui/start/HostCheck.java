package org.tonewire.app.ui.start;

import java.util.OptionalInt;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.value.ObservableValue;
import org.tonewire.app.core.host.ServerAddress;
import org.tonewire.app.ui.start.HostForm.Where;
import org.tonewire.signaling.protocol.RoomName;

/// Whether a room can be opened with what is entered.
final class HostCheck extends BooleanBinding {
    private static final int MAX_PORT = 65_535;

    private final ObservableValue<String> name;
    private final HostForm form;

    /// @param name of the participant
    HostCheck(ObservableValue<String> name, HostForm form) {
        this.name = name;
        this.form = form;
        bind(name, form.roomName(), form.where(), form.port(), form.server());
    }

    @Override
    protected boolean computeValue() {
        return StartViewModel.isName(name.getValue())
                && isRoom(form.roomName().get())
                && isPlace(form.where().get());
    }

    private boolean isPlace(Where where) {
        return switch (where) {
            case HERE -> port(form.port().get()).isPresent();
            case ON_SERVER -> isServer(form.server().get());
        };
    }

    static boolean isRoom(String text) {
        return RoomName.parse(text.strip()).isPresent();
    }

    static boolean isServer(String text) {
        return ServerAddress.parse(text).isPresent();
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
