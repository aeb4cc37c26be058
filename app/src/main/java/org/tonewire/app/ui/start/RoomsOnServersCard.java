package org.tonewire.app.ui.start;

import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.tonewire.app.core.host.KeepTime;
import org.tonewire.app.shell.StoredRoom;
import org.tonewire.app.shell.server.OwnedRooms;
import org.tonewire.app.shell.server.OwnedRooms.Standing;
import org.tonewire.app.text.Wording;
import org.tonewire.app.ui.control.Buttons;
import org.tonewire.app.ui.control.CopyButton;
import org.tonewire.app.ui.control.Icon;
import org.tonewire.app.ui.control.Layouts;
import org.tonewire.app.ui.control.ProblemBox;
import org.tonewire.app.ui.model.RoomsOnServers;
import org.tonewire.app.ui.model.RoomsOnServers.Entry;
import org.tonewire.signaling.protocol.RoomState;

/// The user's rooms that stay on servers: go in, copy the invite, close. Takes no space if there is
/// none.
final class RoomsOnServersCard extends VBox {
    private final StartViewModel model;
    private final RoomsOnServers rooms;
    private final ObservableValue<Boolean> ready;
    private final Wording wording;
    private final VBox rows = Layouts.column("recent-rows");

    RoomsOnServersCard(StartViewModel model, ObservableValue<Boolean> ready, Wording wording) {
        this.model = model;
        this.rooms = model.unended().onServers();
        this.ready = ready;
        this.wording = wording;
        getStyleClass().addAll("column", "card-surface", "recent");
        Label title = Layouts.label("card-title", wording.text("start.owned"));
        Button again = Buttons.icon(Icon.AGAIN, wording.text("start.owned.again"), rooms::refresh);
        getChildren()
                .addAll(
                        Layouts.row("recent-header", title, Layouts.filler(), again),
                        new ProblemBox(wording).follow(rooms.problem()),
                        rows);
        Layouts.onlyWhen(rooms.now().map(all -> !all.isEmpty()), this);
        rooms.now().subscribe(this::show);
    }

    private void show(List<Entry> all) {
        rows.getChildren().setAll(all.stream().map(this::row).toList());
    }

    private Node row(Entry entry) {
        StoredRoom room = entry.room();
        String name = room.name().value();
        String server = room.request().server().orElseThrow().authority();
        Button enter = new Button();
        enter.getStyleClass().addAll("flat", "recent-room");
        enter.setMaxWidth(Double.MAX_VALUE);
        enter.setGraphic(
                Layouts.row(
                        "recent-row",
                        Icon.HOST.node(),
                        Layouts.label("recent-name", name),
                        Layouts.label("quiet", server)));
        enter.setAccessibleText(
                wording.text("start.owned.enter", name, server, words(entry.standing())));
        enter.disableProperty()
                .bind(
                        ready.flatMap(now ->
                                model.name().map(who -> !now || !StartViewModel.isName(who))));
        enter.setOnAction(_ -> model.goOn(room));
        HBox.setHgrow(enter, Priority.ALWAYS);
        CopyButton copy =
                new CopyButton(
                        wording.text("start.owned.invite"),
                        () -> OwnedRooms.invite(room).link(),
                        wording);
        copy.setAccessibleText(wording.text("start.owned.invite.of", name));
        copy.setMinWidth(USE_PREF_SIZE);
        Label standing = Layouts.paragraph("quiet", words(entry.standing()));
        standing.getStyleClass().add("owned-standing");
        return Layouts.column(
                "owned-room", Layouts.row("recent-line", enter, copy, close(room)), standing);
    }

    /// Asks once more in place, because it cannot be undone.
    private Button close(StoredRoom room) {
        Button close = new Button(wording.text("start.owned.close"));
        close.getStyleClass().add("flat");
        close.setMinWidth(USE_PREF_SIZE);
        String name = room.name().value();
        close.setAccessibleText(wording.text("start.owned.close.of", name));
        boolean[] asked = {false};
        close.setOnAction(_ -> {
            if (asked[0]) {
                rooms.close(room);
            } else {
                asked[0] = true;
                close.setText(wording.text("start.owned.close.sure"));
                close.setAccessibleText(wording.text("start.owned.close.sure"));
            }
        });
        close.focusedProperty()
                .subscribe(focused -> {
                    if (!focused) {
                        asked[0] = false;
                        close.setText(wording.text("start.owned.close"));
                        close.setAccessibleText(wording.text("start.owned.close.of", name));
                    }
                });
        return close;
    }

    private String words(Optional<Standing> standing) {
        return standing.map(this::words).orElseGet(() -> wording.text("start.owned.asking"));
    }

    private String words(Standing standing) {
        return switch (standing) {
            case Standing.There(RoomState state) -> words(state);
            case Standing.Gone() -> wording.text("start.owned.gone");
            case Standing.Unknown(var problem) -> wording.problem(problem);
        };
    }

    private String words(RoomState state) {
        return state.closesIn()
                .map(time -> wording.text("start.owned.closes", KeepTime.text(time)))
                .orElseGet(() -> wording.text("start.owned.inside", state.participants()));
    }
}
