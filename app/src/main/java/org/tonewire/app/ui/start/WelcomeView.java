package org.tonewire.app.ui.start;

import java.util.function.UnaryOperator;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.tonewire.app.text.Wording;
import org.tonewire.app.ui.control.Buttons;
import org.tonewire.app.ui.control.Field;
import org.tonewire.app.ui.control.Icon;
import org.tonewire.app.ui.control.Layouts;
import org.tonewire.signaling.protocol.ParticipantName;

/// First steps: name and sound check, then the start screen.
public final class WelcomeView extends VBox {
    /// @param withSoundCheck puts the sound check beside the name field
    public WelcomeView(
            StringProperty name,
            UnaryOperator<Node> withSoundCheck,
            Runnable done,
            Wording wording) {
        getStyleClass().addAll("screen", "start", "welcome");
        Label logo = new Label("", Icon.LOGO.node());
        logo.getStyleClass().add("logo");
        Field field =
                new Field(
                        wording.text("start.name"),
                        wording.text("start.name.prompt"),
                        wording.text("problem.name-refused"),
                        WelcomeView::isName);
        field.text().textProperty().bindBidirectional(name);
        field.text().getStyleClass().add("first-focus");
        field.text().setOnAction(_ -> goOn(name, done));
        field.setPrefWidth(190);
        field.setMinWidth(150);
        Button goOn =
                Buttons.labelled(Icon.ENTER, wording.text("welcome.done"), () -> goOn(name, done));
        goOn.getStyleClass().addAll("accent", "main-action");
        goOn.disableProperty().bind(name.map(text -> !isName(text)));
        VBox content =
                Layouts.column(
                        "start-content",
                        Layouts.row(
                                "greeting",
                                logo,
                                Layouts.label("app-name", wording.text("welcome.title"))),
                        Layouts.paragraph("quiet", wording.text("welcome.text")),
                        withSoundCheck.apply(field),
                        Layouts.row("section-actions", Layouts.filler(), goOn));
        content.setMaxWidth(860);
        getChildren().add(Layouts.scrolling(Layouts.column("start-centre", content)));
    }

    private static void goOn(StringProperty name, Runnable done) {
        if (isName(name.get())) {
            done.run();
        }
    }

    private static boolean isName(String text) {
        return ParticipantName.parse(text).isPresent();
    }
}
