package org.tonewire.app.ui.start;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import org.tonewire.app.core.invite.Invite;
import org.tonewire.app.shell.NearbyRoom;
import org.tonewire.app.shell.NearbyRooms;
import org.tonewire.app.ui.model.UiThreads;

/// Rooms announced on the local network, and the one whose code is being entered. FX thread.
public final class NearbyViewModel {
    private final NearbyRooms lan;
    private final UiThreads threads;
    private final ReadOnlyObjectWrapper<List<NearbyRoom>> rooms =
            new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Optional<NearbyRoom>> chosen =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final StringProperty code = new SimpleStringProperty("");
    private Runnable stop = () -> {};
    private boolean watching;

    public NearbyViewModel(NearbyRooms lan, UiThreads threads) {
        this.lan = lan;
        this.threads = threads;
    }

    public ReadOnlyObjectProperty<List<NearbyRoom>> rooms() {
        return rooms.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<NearbyRoom>> chosen() {
        return chosen.getReadOnlyProperty();
    }

    /// The code or invite entered for the selected room.
    public StringProperty code() {
        return code;
    }

    /// The invite made from the selected room and the code.
    public ObservableValue<Optional<Invite>> invite() {
        return chosen.flatMap(room -> code.map(text -> room.flatMap(r -> r.invite(text))));
    }

    /// Whether the text could be a room code, or an invite to the selected room.
    boolean fits(String text) {
        return chosen.get().flatMap(room -> room.invite(text)).isPresent();
    }

    public void choose(NearbyRoom room) {
        code.set("");
        chosen.set(Optional.of(room));
    }

    public void chooseNone() {
        code.set("");
        chosen.set(Optional.empty());
    }

    /// Starts searching.
    public void watch() {
        if (!watching) {
            watching = true;
            stop = lan.watch(seen -> threads.fx().execute(() -> show(seen)));
        }
    }

    public void stop() {
        watching = false;
        stop.run();
        stop = () -> {};
    }

    private void show(List<NearbyRoom> seen) {
        if (watching) {
            rooms.set(seen);
            if (chosen.get().isPresent() && !seen.contains(chosen.get().get())) {
                chooseNone();
            }
        }
    }
}
