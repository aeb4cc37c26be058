package org.tonewire.app.ui.participants;

import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.tonewire.app.text.Wording;
import org.tonewire.app.ui.control.CopyButton;
import org.tonewire.app.ui.control.Icon;
import org.tonewire.app.ui.control.Layouts;
import org.tonewire.app.ui.control.ListedNodes;
import org.tonewire.app.ui.meter.MeterTicker;
import org.tonewire.signaling.protocol.key.IdentityKey;

/// The right column of the room: the other participants and their tracks.
public final class ParticipantsView extends VBox {
    private final ParticipantsViewModel model;
    private final Wording wording;

    /// Asks whether to remove a participant.
    @FunctionalInterface
    public interface Removal {
        void ask(IdentityKey who, String name);
    }

    /// @param copyInvite shown while there are no other participants
    /// @param removal empty where only others can remove somebody
    public ParticipantsView(
            ParticipantsViewModel model,
            CopyButton copyInvite,
            Optional<Removal> removal,
            MeterTicker ticker,
            Wording wording) {
        this.model = model;
        this.wording = wording;
        getStyleClass().addAll("column", "pane", "people-pane");
        VBox people = Layouts.column("strips");
        ListedNodes.fill(
                people.getChildren(),
                model.people(),
                person -> new ParticipantView(person, removal, ticker, wording));
        BooleanBinding empty = Bindings.isEmpty(model.people());
        VBox content =
                Layouts.column(
                        "pane-content", people, Layouts.onlyWhen(empty, emptyState(copyInvite)));
        getChildren().addAll(header(), Layouts.scrolling(content));
    }

    private Node header() {
        Label title = Layouts.label("pane-title", wording.text("people.title"));
        Label count = Layouts.label("pane-count", "");
        count.textProperty().bind(Bindings.size(model.people()).asString());
        Layouts.onlyWhen(Bindings.isNotEmpty(model.people()), count);
        return Layouts.row("pane-header", title, count, Layouts.filler());
    }

    private Node emptyState(CopyButton copyInvite) {
        copyInvite.getStyleClass().add("accent");
        return Layouts.column(
                "empty-state",
                Icon.PEOPLE.node(),
                Layouts.paragraph("empty-title", wording.text("people.empty.title")),
                Layouts.paragraph("empty-text", wording.text("people.empty.text")),
                copyInvite);
    }
}
