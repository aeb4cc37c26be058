package org.tonewire.app.ui.side;

import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.TextFormatter;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.tonewire.app.core.control.ControlMessage;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.core.problem.Reason;
import org.tonewire.app.text.Wording;
import org.tonewire.app.ui.control.Buttons;
import org.tonewire.app.ui.control.Icon;
import org.tonewire.app.ui.control.Layouts;
import org.tonewire.app.ui.control.ListedNodes;

/// The chat: its messages, and an input field.
final class ChatView extends VBox {
    private static final int MAX_FIELD_LENGTH = 100_000;

    private final ChatViewModel model;
    private final Wording wording;
    private final TextField field = new TextField();

    ChatView(ChatViewModel model, Wording wording) {
        this.model = model;
        this.wording = wording;
        getStyleClass().addAll("column", "chat");
        setVgrow(this, Priority.ALWAYS);
        Label none = Layouts.paragraph("quiet", wording.text("chat.empty"));
        VBox lines = Layouts.column("chat-lines");
        ListedNodes.fill(lines.getChildren(), model.lines(), this::line);
        VBox content =
                Layouts.column(
                        "chat-content",
                        Layouts.onlyWhen(Bindings.isEmpty(model.lines()), none),
                        lines);
        ScrollPane scroll = Layouts.scrolling(content);
        content.heightProperty().subscribe(_ -> scroll.setVvalue(1));
        getChildren().addAll(scroll, tooLong(), entry());
    }

    void focusField() {
        field.requestFocus();
    }

    private Node entry() {
        field.setPromptText(wording.text("chat.prompt"));
        field.setAccessibleText(wording.text("chat.field"));
        field.setTextFormatter(new TextFormatter<>(ChatView::limited));
        field.setOnAction(_ -> send());
        HBox.setHgrow(field, Priority.ALWAYS);
        Button send = Buttons.icon(Icon.SEND, wording.text("chat.send"), this::send);
        return Layouts.row("chat-entry", field, send);
    }

    private void send() {
        if (model.send(field.getText())) {
            field.clear();
        }
    }

    private Node line(ChatLine line) {
        String name = line.own() ? wording.text("chat.own") : line.name();
        VBox box =
                Layouts.column(
                        "chat-line",
                        Layouts.label("chat-name", name),
                        Layouts.paragraph("chat-text", line.text()));
        if (line.own()) {
            box.getStyleClass().add("own");
        }
        return box;
    }

    /// Shows the length limit while the text in the field exceeds it.
    private Node tooLong() {
        Label words = Layouts.paragraph("chat-too-long", "");
        words.textProperty().bind(field.textProperty().map(text -> wording.problem(problem(text))));
        return Layouts.onlyWhen(field.textProperty().map(ChatViewModel::isTooLong), words);
    }

    private static Problem problem(String text) {
        return new Problem(
                Reason.CHAT_TOO_LONG, String.valueOf(ControlMessage.Chat.length(text.strip())));
    }

    /// Rejects huge pastes, which would block the single-line field; the text stays on the
    /// clipboard.
    private static TextFormatter.Change limited(TextFormatter.Change change) {
        if (change.getControlNewText().length() > MAX_FIELD_LENGTH) {
            int at = change.getRangeStart();
            change.setText("");
            change.setRange(at, at);
            change.selectRange(at, at);
        }
        return change;
    }
}
