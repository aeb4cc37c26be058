package org.tonewire.app.ui.participants;

import java.util.Locale;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.tonewire.app.text.Wording;
import org.tonewire.app.ui.control.Buttons;
import org.tonewire.app.ui.control.Icon;
import org.tonewire.app.ui.control.Layouts;
import org.tonewire.app.ui.control.ListedNodes;
import org.tonewire.app.ui.meter.MeterTicker;
import org.tonewire.signaling.protocol.Truncation;

/// A participant with a strip for each of their tracks.
final class ParticipantView extends VBox {
    ParticipantView(
            ParticipantModel model,
            Optional<ParticipantsView.Removal> removal,
            MeterTicker ticker,
            Wording wording) {
        getStyleClass().addAll("strip", "person");
        setAccessibleRole(AccessibleRole.PARENT);
        accessibleTextProperty().bind(model.name());
        Label none = Layouts.paragraph("quiet", "");
        none.textProperty().bind(model.name().map(name -> wording.text("person.silent", name)));
        VBox tracks = Layouts.column("tracks");
        ListedNodes.fill(
                tracks.getChildren(),
                model.tracks(),
                track -> new TrackStripView(track, ticker, wording));
        getChildren()
                .addAll(
                        title(model, removal, wording),
                        Layouts.onlyWhen(Bindings.isNotEmpty(model.tracks()), tracks),
                        Layouts.onlyWhen(silent(model), none));
    }

    private static Node title(
            ParticipantModel model, Optional<ParticipantsView.Removal> removal, Wording wording) {
        Label initial = new Label();
        initial.textProperty().bind(model.name().map(ParticipantView::initial));
        StackPane badge = new StackPane(initial);
        badge.getStyleClass().add("badge");
        Label name = Layouts.label("strip-name", "");
        name.textProperty().bind(model.name());
        Label connection = Layouts.label("strip-status", "");
        connection.textProperty().bind(model.connection());
        connection.setMinWidth(USE_PREF_SIZE);
        model.link()
                .subscribe(now -> connection.getStyleClass().setAll("strip-status", now.tone()));
        HBox title = Layouts.row("strip-title", badge, name, Layouts.filler(), connection);
        if (!model.isGuest()) {
            title.getChildren().add(VerifyButton.of(model, wording));
        }
        removal.ifPresent(ask -> title.getChildren().add(remove(model, ask, wording)));
        return title;
    }

    private static Node remove(
            ParticipantModel model, ParticipantsView.Removal removal, Wording wording) {
        return Buttons.icon(
                Icon.REMOVE,
                model.name().map(name -> wording.text("person.remove", name)),
                () -> removal.ask(model.id(), model.name().get()));
    }

    /// A guest never sends anything.
    private static BooleanBinding silent(ParticipantModel model) {
        BooleanBinding sends = Bindings.createBooleanBinding(() -> !model.isGuest());
        return sends.and(Bindings.isEmpty(model.tracks()))
                .and(Bindings.equal(model.link(), LinkStatus.CONNECTED));
    }

    private static String initial(String name) {
        return Truncation.toFirstCharacter(name).toUpperCase(Locale.ROOT);
    }
}
