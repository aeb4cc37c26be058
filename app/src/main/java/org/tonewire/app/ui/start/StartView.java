package org.tonewire.app.ui.start;

import java.util.function.UnaryOperator;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.tonewire.app.text.Wording;
import org.tonewire.app.ui.control.Field;
import org.tonewire.app.ui.control.Icon;
import org.tonewire.app.ui.control.Layouts;
import org.tonewire.app.ui.control.ProblemBox;
import org.tonewire.app.ui.help.ScreenActions;
import org.tonewire.app.ui.model.UpdateModel;

/// The start screen: name, sound check, host form and join form.
public final class StartView extends VBox {
    private static final KeyCombination PASTE_AND_JOIN =
            new KeyCodeCombination(
                    KeyCode.V, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN);

    private final StartViewModel model;
    private final Wording wording;

    /// @param withSoundCheck puts the sound check beside the name field
    public StartView(
            StartViewModel model,
            UnaryOperator<Node> withSoundCheck,
            NearbyViewModel nearby,
            UpdateModel updates,
            ScreenActions actions,
            Wording wording) {
        this.model = model;
        this.wording = wording;
        getStyleClass().addAll("screen", "start");
        ObservableValue<Boolean> ready = model.state().map(state -> !state.busy());
        VBox content =
                Layouts.column(
                        "start-content",
                        header(actions),
                        UpdateNotice.of(updates, wording),
                        failure(),
                        new ProblemBox(wording).follow(model.storage()),
                        withSoundCheck.apply(name()),
                        new UnendedCard(model, ready, wording),
                        new RoomsOnServersCard(model, ready, wording),
                        roomCards(ready),
                        new ProblemBox(wording).follow(model.state().map(StartState::waiting)),
                        new NearbyCard(
                                nearby, ready, invite -> model.paste(invite.link()), wording),
                        new RecentRooms(model, ready, wording));
        content.setMaxWidth(860);
        VBox centred = Layouts.column("start-centre", content);
        getChildren().add(Layouts.scrolling(centred));
        addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    }

    private Node header(ScreenActions actions) {
        Label logo = new Label("", Icon.LOGO.node());
        logo.getStyleClass().add("logo");
        VBox words =
                Layouts.column(
                        "greeting-words",
                        Layouts.label("app-name", wording.text("app.name")),
                        Layouts.label("quiet", wording.text("app.claim")));
        return Layouts.row(
                "greeting",
                logo,
                words,
                Layouts.filler(),
                actions.helpButton(wording),
                actions.settingsButton(wording));
    }

    /// The failure of the last attempt. Its space stays reserved during the next attempt.
    private Node failure() {
        ProblemBox box = new ProblemBox(wording);
        model.state()
                .subscribe(now -> {
                    if (now.busy()) {
                        box.setVisible(false);
                    } else {
                        box.show(now.failure());
                    }
                });
        return box;
    }

    private Node name() {
        Field name =
                new Field(
                        wording.text("start.name"),
                        wording.text("start.name.prompt"),
                        wording.text("problem.name-refused"),
                        StartViewModel::isName);
        name.text().textProperty().bindBidirectional(model.name());
        name.text().getStyleClass().add("first-focus");
        name.setPrefWidth(190);
        name.setMinWidth(150);
        return name;
    }

    private Node roomCards(ObservableValue<Boolean> ready) {
        HostCard host = new HostCard(model, ready, wording);
        AttemptFocus.follow(model, this, host::focusProblem);
        JoinCard join = new JoinCard(model, ready, wording);
        host.setPrefWidth(420);
        join.setPrefWidth(420);
        HBox.setHgrow(host, Priority.ALWAYS);
        HBox.setHgrow(join, Priority.ALWAYS);
        HBox roomCards = new HBox(host, join);
        roomCards.getStyleClass().add("ways");
        return roomCards;
    }

    private void pressed(KeyEvent event) {
        if (PASTE_AND_JOIN.match(event)) {
            String text = Clipboard.getSystemClipboard().getString();
            model.paste(text == null ? "" : text);
            event.consume();
        }
    }
}
